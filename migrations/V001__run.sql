-- One end of day. The id is <business date>-<number>, decided before anything happens.
create table run (
    run_id        varchar(14) primary key check (char_length(run_id) = 14),
    business_date date not null,
    number        integer not null check (number between 1 and 999),
    firm          varchar not null,
    seed          bigint not null,
    rehearsal     boolean not null,
    status        varchar(10) not null check (status in ('RUNNING', 'WAITING', 'DONE', 'REFUSED', 'ABANDONED', 'FAILED')),
    opened_at     timestamp(6) with time zone not null,
    constraint run_number_of_date unique (business_date, number)
);
create index run_by_firm on run (firm, business_date);
comment on table run is 'One end of day of one firm folder';
comment on column run.number is 'Counts the runs of a business date from 1, over all firms of the store';
comment on column run.firm is 'Absolute path of the firm folder';
comment on column run.seed is 'Seed of the planner and of the simulated venues';
comment on column run.rehearsal is 'True where demo users approved: run, report and audit are marked';
