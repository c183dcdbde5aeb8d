-- Invitations to rooms: what they offer, how often they were used, and when they were taken back. Of the token only a digest.
-- Without uses any number may come, without an expiry for ever.
create table room_invitation (
  id text primary key,
  room text not null,
  token text not null,
  label text not null,
  standing text not null,
  uses integer,
  used integer not null,
  maker text not null,
  created_ms bigint not null,
  expires_ms bigint,
  revoked_ms bigint
);
create unique index room_invitation_token on room_invitation (token);
create index room_invitation_room on room_invitation (room, created_ms);

-- Which places were made by which invitation, and as what.
create table invitation_use (
  room text not null,
  member text not null,
  invitation text not null,
  standing text not null,
  primary key (room, member)
);
