-- Which instance of the process engine works on a run; compared and set, so that two never do.
create table process_instance (
    run_id       varchar(14) primary key references run (run_id),
    attempt      integer not null check (attempt >= 1),
    instance_key bigint,
    stuck        boolean not null
);
comment on table process_instance is 'The process instance that works a run';
comment on column process_instance.attempt is 'Counts from 1; a run whose instance got stuck or lost is given a new one';
comment on column process_instance.instance_key is 'The engine''s key, null until the instance has claimed the run';
comment on column process_instance.stuck is 'True where a stage gave up for good';
