-- A question to a person, and the answer.
create table user_task (
    task_id    varchar primary key,
    run_id     varchar(14) not null references run (run_id),
    kind       varchar not null,
    question   text not null,
    detail     text not null,
    raised_at  timestamp(6) with time zone not null,
    decision   varchar(7) check (decision in ('approve', 'reject')),
    decided_by varchar,
    decided_at timestamp(6) with time zone,
    reason     text not null,
    check ((decision is null) = (decided_by is null)),
    check ((decision is null) = (decided_at is null))
);
create index user_task_by_run on user_task (run_id);
create index user_task_open on user_task (decision, raised_at);
comment on table user_task is 'Questions asked of people, and their answers';
comment on column user_task.decision is 'approve or reject, null while open';
