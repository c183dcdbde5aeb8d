-- The places that people have had in rooms, since they first asked for a ticket. What is, or was, an account's is owned: a
-- pass that a guest got for it is worth nothing any more.
create table place (
  room text not null,
  member text not null,
  account text,
  owned integer not null,
  name text not null,
  entered_ms bigint not null,
  primary key (room, member)
);
create unique index place_account on place (account, room);
create index place_account_entered on place (account, entered_ms);

-- By what those who came in would be known again: the digest of a key that their browser keeps, or their account. Stays when
-- a place is given up.
create table place_trace (
  room text not null,
  trace text not null,
  member text not null,
  primary key (room, trace, member)
);

-- Devices that were signed out a while ago, so that every server hears of it.
create table session_end (
  device text primary key,
  ended_ms bigint not null
);
create index session_end_ended on session_end (ended_ms);
