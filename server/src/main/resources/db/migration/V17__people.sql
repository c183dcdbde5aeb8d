-- What an account has beside others: the handle by which it is asked, and how often something was new for it.
create table person (
  account text primary key,
  handle text not null,
  news bigint not null,
  news_ms bigint not null
);
create unique index person_handle on person (handle);
create index person_news on person (news_ms);

-- Who wants to be whose friend. The target is a handle, or the key of an e-mail address, whether somebody has it or not; beside it what
-- was typed.
create table friend_request (
  id text primary key,
  asker text not null,
  target text not null,
  typed text not null,
  at_ms bigint not null,
  declined_ms bigint
);
create unique index friend_request_once on friend_request (asker, target);
create index friend_request_target on friend_request (target, at_ms);
create index friend_request_at on friend_request (at_ms);

-- Friends: a row for each of the two, with the name that its owner gave the other, empty if none.
create table friendship (
  owner text not null,
  other text not null,
  note text not null,
  since_ms bigint not null,
  primary key (owner, other)
);
create index friendship_other on friendship (other);

-- From whom the owner wants to hear nothing.
create table blocked_person (
  owner text not null,
  other text not null,
  at_ms bigint not null,
  primary key (owner, other)
);
create index blocked_person_other on blocked_person (other);
