-- Whose film it is: the account that uploaded it, if that was signed in and is still there.
alter table film add column owner text;
create index film_owner on film (owner);
