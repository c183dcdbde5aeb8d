-- Films on their way in. The bytes stand in the films folder, in a file called after the id with .part behind it, and
-- offset_bytes of them are on the disk. person is who uploads: an account, which is then in owner too, or a network address.
-- size_bytes is null while nobody knows it; so much as reserved_bytes is kept free. Who writes holds claim until claimed_until_ms.
create table upload (
  id text primary key,
  person text not null,
  owner text,
  name text not null,
  size_bytes bigint,
  reserved_bytes bigint not null,
  offset_bytes bigint not null,
  claim text not null,
  claimed_until_ms bigint not null,
  created_ms bigint not null,
  expires_ms bigint not null,
  finished integer not null
);
create index upload_person on upload (person);
create index upload_expires on upload (expires_ms);

-- One row, which a transaction changes that is about to keep something free: others wait.
create table upload_turn (
  id integer primary key,
  taken_ms bigint not null
);
