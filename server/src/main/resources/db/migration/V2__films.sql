-- Films that people uploaded. The bytes stand in the films folder, in a file called after the id.
create table film (
  id text primary key,
  title text not null,
  format text not null,
  size_bytes bigint not null,
  added_ms bigint not null
);
