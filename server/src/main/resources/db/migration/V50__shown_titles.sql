-- The films and series that their owners let friends find, a series with all its episodes. Who is whose friend stands in friendship.
create table title_shown (
  title text primary key,
  owner text not null,
  since_ms bigint not null
);
create index title_shown_of on title_shown (owner);
