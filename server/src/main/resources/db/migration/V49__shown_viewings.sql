-- The accounts whose friends may see what they watch from then on. Who is whose friend stands in friendship.
create table viewing_shown (
  account text primary key,
  since_ms bigint not null
);
