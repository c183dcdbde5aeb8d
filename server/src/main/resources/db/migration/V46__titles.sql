-- Films and series of somebody's library as their owner describes them. The id of a film is that of its row in film; a series has one of its own,
-- and series_key, by which it is known again among those of its owner. series is empty for what is no episode. Tags stand each on a line of its
-- own; folded is the name in the form in which texts are compared, between blanks, and sort_key its bytes, for each database orders texts its own way.
create table title (
  id text primary key,
  owner text not null,
  name text not null,
  folded text not null,
  sort_key bytea not null,
  year integer,
  description text not null,
  tags text not null,
  series_key text,
  series text not null,
  season integer not null,
  episode integer not null,
  added_ms bigint not null
);
create unique index title_series_key on title (owner, series_key);
create index title_added on title (owner, series, added_ms, id);
create index title_named on title (owner, series, sort_key, id);
create index title_episode on title (series, season, episode);

-- By which words titles are found. UTF-8 as it is, for the order of texts is another in each database.
create table title_word (
  owner text not null,
  word bytea not null,
  title text not null,
  primary key (owner, word, title)
);
create index title_word_of on title_word (title);

create table title_tag (
  owner text not null,
  folded text not null,
  title text not null,
  tag text not null,
  primary key (owner, folded, title)
);
create index title_tag_of on title_tag (title);

-- Has the film a title? Servers that do not know of titles leave it out.
alter table film add column described integer not null default 0;
create index film_undescribed on film (owner) where described = 0;
