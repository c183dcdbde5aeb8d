-- What was done and may have to be proven. The hash of an entry is made of the entry and of the hash before it, so what is
-- changed, removed or put in later breaks the chain from there on.
create table audit_entry (
  seq bigint primary key,
  at_ms bigint not null,
  actor text not null,
  action text not null,
  target text not null,
  origin text not null,
  details text not null,
  hash text not null
);

-- The newest entry, signed, so that entries cannot be missing at the end. One row, from the first entry on.
create table audit_head (
  id integer primary key,
  seq bigint not null,
  hash text not null,
  signature text not null
);
