-- Subtitles that somebody offers to all in a room, for one media (a digest of what makes it the same as another), for 30 days.
create table subtitles (
  id text primary key,
  room text not null,
  media_key text not null,
  member text not null,
  name text not null,
  language text,
  content text not null,
  since_ms bigint not null
);
create index subtitles_of on subtitles (room, media_key, since_ms);
create index subtitles_since on subtitles (since_ms);
