-- What becomes of addresses that people change: which an account has or had, and which it wants or wanted in its place. It is done since
-- changed_ms, and waits for an answer to a letter before. For seven days it can be undone, and until then nobody else gets the address.
create table address_change (
  account text not null,
  email text not null,
  email_key text not null,
  confirmed_ms bigint,
  wanted text not null,
  wanted_key text not null,
  asked_ms bigint not null,
  changed_ms bigint,
  primary key (account, email_key)
);
create index address_change_email on address_change (email_key) where changed_ms is not null;
create index address_change_asked on address_change (asked_ms);
