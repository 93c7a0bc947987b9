-- By which processes a run is worked: pinned when its day begins, compared before each job, so that no file that is changed
-- meanwhile decides about a run that began with another.
alter table process_instance add column processes varchar(64) default '' not null;
comment on column process_instance.processes is 'SHA-256 over the process files the run began with; empty in runs from before';
