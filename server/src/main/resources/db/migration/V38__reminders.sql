-- When somebody who said yes was written to, so that nobody is written to twice.
alter table screening_answer add column reminded_ms bigint;

-- By which secret a calendar fetches what somebody has planned and answered: only its digest.
create table screening_feed (
  account text primary key,
  token text not null,
  created_ms bigint not null
);
create unique index screening_feed_token on screening_feed (token);
