-- The rooms that everybody may find, as each server that keeps one sees it: what is on at which revision. Where several keep a room,
-- the row of the highest revision counts. What is looked for stands folded in sought.
create table listing (
  room text not null,
  node text not null,
  revision bigint not null,
  name text,
  film text,
  here integer not null,
  taken integer not null,
  capacity integer not null,
  newcomers text not null,
  sought text not null,
  primary key (room, node)
);
create index listing_here on listing (here, room);
create index listing_node on listing (node);

-- Which servers list rooms, and when each last said that it lives.
create table listing_server (
  node text primary key,
  seen_ms bigint not null
);
