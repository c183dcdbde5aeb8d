-- Passwords that are nobody's own: what is named by `place` has one, and whoever knows it comes in there. Of the password
-- only what it is compared with.
create table shared_password (
  place text primary key,
  hash text not null
);
