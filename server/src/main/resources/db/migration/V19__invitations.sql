-- Messages by which somebody asks a friend to watch together: where, what is loaded there if anything, and what was answered.
create table watch_invitation (
  one text not null,
  other text not null,
  number bigint not null,
  room text not null,
  title text not null,
  answer text,
  primary key (one, other, number)
);
