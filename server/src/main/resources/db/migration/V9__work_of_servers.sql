-- What each server is for: those that serve pages, and those that keep rooms, divide the limits by address among them.
alter table node add column pages integer not null default 1;
alter table node add column rooms integer not null default 1;
