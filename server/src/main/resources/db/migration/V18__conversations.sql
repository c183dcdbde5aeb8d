-- What two people say to each other; of the two accounts the smaller stands first. How many messages there have been, and how often
-- something in it was changed.
create table conversation (
  one text not null,
  other text not null,
  messages bigint not null,
  changes bigint not null,
  primary key (one, other)
);
create index conversation_other on conversation (other);

-- Messages, numbered 1, 2, 3 in their conversation; change is which change of the conversation was the last that concerned it. The key is
-- the author's own name for it, so that what is sent twice is there once. Of a deleted one the text is empty.
create table message (
  one text not null,
  other text not null,
  number bigint not null,
  change bigint not null,
  author text not null,
  author_key text not null,
  at_ms bigint not null,
  text text not null,
  edited_ms bigint,
  deleted_ms bigint,
  primary key (one, other, number)
);
create unique index message_change on message (one, other, change);
create unique index message_key on message (one, other, author, author_key);

-- Up to which message somebody has read what another said.
create table read_mark (
  owner text not null,
  other text not null,
  number bigint not null,
  primary key (owner, other)
);
