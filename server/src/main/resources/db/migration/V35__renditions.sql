-- What is made of films so that they play everywhere. Files stand in the folder renditions of the films folder, in one called after the film and
-- the claim of who made them. Who is at it holds claim until claimed_until_ms. person is who uploaded, as far as that is known: turns are taken
-- by persons, by when each last had one (started_ms). share is in thousandths; probe is what the film holds, as JSON; failure says why not.
create table rendition (
  film text primary key,
  person text not null,
  state text not null,
  attempts integer not null,
  claim text not null,
  claimed_until_ms bigint not null,
  started_ms bigint not null,
  share integer not null,
  probe text,
  failure text,
  added_ms bigint not null
);
create index rendition_state on rendition (state, claimed_until_ms);
create index rendition_person on rendition (person, started_ms);
