-- The servers that keep rooms on this database, and when each last said that it lives.
create table node (
  id text primary key,
  seen_ms bigint not null
);

-- Who is connected to which of them, room by room.
create table attendance (
  room integer not null references room (key),
  node text not null,
  number bigint not null,
  changed_ms bigint not null,
  body text not null,
  primary key (room, node)
);
create index attendance_changed on attendance (changed_ms);
create index attendance_node on attendance (node);
