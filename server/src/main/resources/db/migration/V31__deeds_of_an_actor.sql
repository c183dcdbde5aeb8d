-- What somebody did is looked up for who did it.
create index audit_actor on audit_entry (actor, seq);
