-- The history of rooms. Keys are small integers given by the journal; ids are for people and links.
create table room (
  key integer primary key,
  id text not null unique,
  epoch text not null,
  created_ms bigint not null
);

-- One row an event; (room, revision) decides who was first.
create table event (
  room integer not null references room (key),
  revision bigint not null,
  at_ms bigint not null,
  kind text not null,
  body text not null
);
create unique index event_room_revision on event (room, revision);

-- The newest state of a room that was written down, so that a start need not read its whole history.
create table snapshot (
  room integer primary key references room (key),
  revision bigint not null,
  body text not null
);

-- When a server last kept the rooms.
create table alive (
  id integer primary key,
  at_ms bigint not null
);
