-- What the occasions of a firm's schedule found when their hour came, and since when the schedule is kept at all.
create table schedule_answer (
    firm   varchar not null,
    due    timestamp(6) with time zone not null,
    state  varchar not null check (state in ('run', 'worked', 'busy')),
    run_id varchar(14) not null,
    at     timestamp(6) with time zone not null,
    constraint schedule_answer_key primary key (firm, due)
);
comment on table schedule_answer is 'What each occasion of a schedule found';
comment on column schedule_answer.firm is 'Its folder';
comment on column schedule_answer.due is 'When the occasion was due';
comment on column schedule_answer.state is 'run: it opened the run; worked: the run had worked the date; busy: the run of an earlier date had not ended';
comment on column schedule_answer.at is 'When it was answered';
alter table schedule_watch add column begun timestamp(6) with time zone;
update schedule_watch set begun = since;
alter table schedule_watch alter column begun set not null;
comment on column schedule_watch.begun is 'Since when the expression is kept';
