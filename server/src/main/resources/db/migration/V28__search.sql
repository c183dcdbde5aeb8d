-- The lines of rooms' chats as they read now, and the words in them, to be found by these (CH9). Made from the events when
-- somebody searches in a room: up to which of them that was done stands below. The body is the event as it would be told;
-- words stand between blanks.
create table chat_line (
  room integer not null references room (key),
  line bigint not null,
  body text not null,
  words text not null,
  primary key (room, line)
);

-- UTF-8 as it is, for the order of texts is another in each database.
create table chat_word (
  room integer not null references room (key),
  word bytea not null,
  line bigint not null,
  primary key (room, word, line)
);

create table chat_index (
  room integer primary key references room (key),
  revision bigint not null
);
