-- The posters that owners choose for their titles: a JPEG each, seen by whoever knows the token. Another poster has another token.
create table poster (
  title text primary key,
  owner text not null,
  token text not null,
  jpeg bytea not null,
  since_ms bigint not null
);
create unique index poster_token on poster (token);
create index poster_owner on poster (owner, title);
