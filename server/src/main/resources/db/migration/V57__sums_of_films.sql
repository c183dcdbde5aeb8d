-- SHA-256 of a film's bytes, in hexadecimal digits, as they were when it was stored. Films from before have none.
alter table film add column sha256 text;
