-- Which routes a run goes by (which processes: process_instance.processes).
create table run_files (
    run_id varchar(14) not null references run (run_id),
    folder varchar(40) not null,
    sum    varchar(64) not null,
    primary key (run_id, folder)
);
comment on table run_files is 'Which files of a folder each run goes by';
comment on column run_files.sum is 'kept_file.sum';
