-- Which instance of the process engine works on a run.
create table process_instance (
    run_id       varchar(14) primary key references run (run_id),
    instance_key bigint not null
);
comment on table process_instance is 'The engine''s key of the process instance of a run';
