-- Snapshots tell what is proposed; older ones are made anew from the events.
delete from snapshot;
