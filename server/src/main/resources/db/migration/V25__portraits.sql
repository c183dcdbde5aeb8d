-- How people look who have accounts: as JPEG in two sizes, seen by whoever knows the token. Another portrait has another token.
create table portrait (
  account text primary key,
  token text not null,
  large bytea not null,
  small bytea not null,
  since_ms bigint not null
);
create unique index portrait_token on portrait (token);
