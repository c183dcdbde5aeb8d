-- From which device another address was asked for, by its name; when the letter to it was last sent; and since when it is wanted no more.
alter table address_change add column device text;
alter table address_change add column sent_ms bigint;
alter table address_change add column withdrawn_ms bigint;
