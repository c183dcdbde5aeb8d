-- What was done in a room is looked up for who keeps order there.
create index audit_target on audit_entry (target, seq);
