-- Invitations that go to somebody by letter: to which address, with what words and in which language, and the letter that
-- carries it, if one does. One that is for a single person may be declined.
alter table room_invitation add column recipient text;
alter table room_invitation add column note text;
alter table room_invitation add column language text;
alter table room_invitation add column letter text;
alter table room_invitation add column declined_ms bigint;

-- Of letters that nobody has to get: by what their addressee is known, and where that addressee says so.
alter table mail_letter add column stop_addressee text;
alter table mail_letter add column stop_link text;
create index mail_letter_stop on mail_letter (stop_addressee) where ended_ms is null;

-- Who wants no such letters any more: a keyed digest of the address, and nothing of the address.
create table mail_stop (
  addressee text primary key,
  stopped_ms bigint not null
);
