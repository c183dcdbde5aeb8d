-- What happens to a line of the chat is about it: the revision of the event by which it was said.
alter table event add column about bigint;
create index event_about on event (room, about, revision) where about is not null;
