-- Which rules judged a run: the files may have changed since.
create table run_rules (
    run_id varchar(14) not null primary key references run (run_id),
    rules  text not null
);
comment on table run_rules is 'Which rules judged each run';
comment on column run_rules.rules is 'One file a line: the first 12 hex digits of its SHA-256, a space, its path below rules/';
