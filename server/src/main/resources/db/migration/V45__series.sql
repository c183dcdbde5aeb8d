-- Evenings that were planned together have the same series, for each episode one.
alter table screening add column series text;
create index screening_series on screening (series);
