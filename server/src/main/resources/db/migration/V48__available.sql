-- How much of the film that comes in an upload can be watched already, in milliseconds from its start; missing while nobody has found out.
alter table upload add column available_ms bigint;
