-- What people have watched who are signed in: each film of each room once. Its media_key is a digest of what makes one media
-- the same as another; the names of those who were there stand each on a line of its own.
create table viewing (
  id text primary key,
  account text not null,
  room text not null,
  media_key text not null,
  media_type text not null,
  media text not null,
  title text not null,
  length_ms bigint,
  position_ms bigint not null,
  first_ms bigint not null,
  last_ms bigint not null,
  company text not null
);
create unique index viewing_of on viewing (account, media_key, room);
create index viewing_last on viewing (account, last_ms);

-- The accounts of which nothing of this is to be kept.
create table viewing_off (
  account text primary key
);
