-- Where people are who are signed in, as each server sees it: in a room, or with a page open, which is no room at all. Who is
-- there no more stays for a while, so that other servers hear of it.
create table whereabouts (
  account text not null,
  room text not null,
  node text not null,
  gone integer not null,
  changed_ms bigint not null,
  primary key (account, room, node)
);
create index whereabouts_changed on whereabouts (changed_ms);
create index whereabouts_at on whereabouts (node);

-- Which servers see to that, and when each last did.
create table whereabouts_node (
  node text primary key,
  seen_ms bigint not null
);

-- Whether friends may see that somebody is here, and in which rooms.
alter table person add column shown integer not null default 1;
alter table place add column shown integer not null default 0;
