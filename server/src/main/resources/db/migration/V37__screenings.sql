-- Planned evenings: a film, a room of their own, and when it begins. start_ms is what counts; zone and local_time are what its owner chose.
-- state is planned, begun, ended or off. sequence counts the changes of a plan. Who is just about to begin it has claim until claim_until_ms.
create table screening (
  id text primary key,
  room text not null,
  owner text not null,
  owner_name text not null,
  title text not null,
  media_type text not null,
  media text not null,
  start_ms bigint not null,
  zone text not null,
  local_time text not null,
  sequence integer not null,
  state text not null,
  claim text not null,
  claim_until_ms bigint not null,
  created_ms bigint not null
);
create unique index screening_room on screening (room);
create index screening_owner on screening (owner, start_ms);
create index screening_due on screening (state, start_ms, id);

-- Who comes: person is an account, or the digest of a key that a browser keeps.
create table screening_answer (
  screening text not null,
  person text not null,
  name text not null,
  answer text not null,
  changed_ms bigint not null,
  primary key (screening, person)
);
create index screening_answer_person on screening_answer (person, changed_ms);
