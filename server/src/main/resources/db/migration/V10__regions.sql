-- Rooms that have moved to another region: by which event, and which region has them, null while they are on their way
-- there. Where that event is not the newest any more the room has come back.
create table departure (
  room integer not null references room (key),
  revision bigint not null,
  region text,
  at_ms bigint not null,
  primary key (room, revision)
);
create index departure_under_way on departure (room) where region is null;

-- What came from other regions, by the name of its history there: whatever comes again is here already.
create table arrival (
  room text not null,
  epoch text not null,
  at_ms bigint not null,
  primary key (room, epoch)
);

-- How long the way from a member's page to each region and back takes, as it measured that when it came.
create table round_trip (
  room text not null,
  member text not null,
  region text not null,
  ms integer not null,
  at_ms bigint not null,
  primary key (room, member, region)
);
create index round_trip_at on round_trip (at_ms);
