-- One stage of one run; a stage that is done again after a crash overwrites its row.
create table run_stage (
    run_id      varchar(14) not null references run (run_id),
    name        varchar(40) not null,
    position    integer not null,
    state       varchar(10) not null check (state in ('running', 'done', 'refused', 'failed')),
    started_at  timestamp(6) with time zone not null,
    finished_at timestamp(6) with time zone,
    result      text not null,
    message     text not null,
    primary key (run_id, name),
    constraint run_stage_position unique (run_id, position)
);
comment on table run_stage is 'What each stage of a run did';
comment on column run_stage.position is 'Order in which the stages were first started, from 0';
comment on column run_stage.result is 'One line for people: counts and verdicts; never data';
