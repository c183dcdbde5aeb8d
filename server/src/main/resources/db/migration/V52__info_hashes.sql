-- The info hashes by which peers meet at the tracker: 40 hexadecimal digits, the room that one was issued to, if any, and until when it is good.
create table info_hash (
  hash text primary key,
  room text,
  until_ms bigint not null
);
create index info_hash_of on info_hash (room);
create index info_hash_until on info_hash (until_ms);
