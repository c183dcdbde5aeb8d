-- Who may control is told for each action now, and people have standings: what was said of all actions is said of each, and
-- snapshots, which do not know of it, are made anew from the events.
update event
set body = replace(body, '"control":"HOST_ONLY"',
  '"control":{"load":"HOST_ONLY","playPause":"HOST_ONLY","seek":"HOST_ONLY","speed":"HOST_ONLY"}')
where kind = 'controlChanged';

update event
set body = replace(body, '"control":"EVERYONE"',
  '"control":{"load":"EVERYONE","playPause":"EVERYONE","seek":"EVERYONE","speed":"EVERYONE"}')
where kind = 'controlChanged';

delete from snapshot;
