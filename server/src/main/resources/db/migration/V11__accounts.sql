-- Who has an account. The address stands as it was typed; its key is what makes it the same as another.
create table account (
  id text primary key,
  email text not null,
  email_key text not null,
  name text not null,
  language text,
  time_zone text,
  password_hash text not null,
  created_ms bigint not null,
  confirmed_ms bigint
);
create unique index account_email_key on account (email_key);

-- The devices that are signed in. Of their refresh tokens only digests are here: of the half that stays, of the newest
-- token, and of the one before, which was replaced at rotated_ms.
create table device (
  id text primary key,
  account text not null,
  name text not null,
  created_ms bigint not null,
  seen_ms bigint not null,
  family_hash text not null,
  token_hash text not null,
  token_hash_before text,
  rotated_ms bigint not null
);
create unique index device_family on device (family_hash);
create index device_account on device (account);
create index device_seen on device (seen_ms);

-- The private keys by which the servers of this database sign access tokens; the first has the number 1.
create table signing_key (
  number integer primary key,
  kid text not null,
  jwk text not null
);

-- How many passwords were tried in a row for an address, by whom it is counted.
create table sign_in_try (
  subject text primary key,
  tries integer not null,
  last_ms bigint not null
);
create index sign_in_try_last on sign_in_try (last_ms);
