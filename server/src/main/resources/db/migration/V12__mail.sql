-- Letters to people, in the order in which they are to be tried: until ended_ms is known a server may take one, which
-- nobody else does before next_ms. What a letter says is forgotten when it has ended; the row stays for a week.
create table mail_letter (
  id text primary key,
  recipient text not null,
  recipient_key text not null,
  kind text not null,
  language text not null,
  sender text not null,
  subject text not null,
  plain text not null,
  html text not null,
  state text not null,
  tries integer not null,
  created_ms bigint not null,
  next_ms bigint not null,
  ended_ms bigint,
  server_said text not null
);
create index mail_letter_due on mail_letter (next_ms) where ended_ms is null;
create index mail_letter_recipient on mail_letter (recipient_key, kind, created_ms);
create index mail_letter_sender on mail_letter (sender, created_ms);
create index mail_letter_ended on mail_letter (ended_ms);
