-- The key by which all servers of this database know passes, addresses and tokens as theirs. A server that has a database of
-- its own keeps it in a file instead.
create table secret (
  id integer primary key,
  key text not null
);

-- One-use tokens that have been used, until nobody would take them any more.
create table spent_token (
  id text primary key,
  until_ms bigint not null
);
create index spent_token_until on spent_token (until_ms);
