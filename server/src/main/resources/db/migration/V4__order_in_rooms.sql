-- Snapshots tell whether a room is locked and who is muted or banned; older ones are made anew from the events.
delete from snapshot;
