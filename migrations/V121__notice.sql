-- What people are told of without asking: one row for each thing and place, so that it is told once, over restarts too.
create table notice (
    id        varchar not null primary key,
    notice    varchar not null,
    kind      varchar not null,
    channel   varchar not null,
    recipient varchar not null,
    at        timestamp(6) with time zone not null,
    subject   text not null,
    body      text not null,
    asked     timestamp(6) with time zone not null,
    state     varchar not null check (state in ('waiting', 'sent', 'given-up')),
    attempts  integer not null,
    next      timestamp(6) with time zone not null,
    error     text not null
);
comment on table notice is 'What people are told of, and whether they were';
comment on column notice.id is 'The notice, the channel and the address: what the receiver may know a second one by';
comment on column notice.notice is 'Names what is told';
comment on column notice.recipient is 'The address of a letter; empty for the other channels';
comment on column notice.at is 'When what is told came to be';
comment on column notice.asked is 'When it was first to be sent';
comment on column notice.next is 'When it is to be tried, or was sent or given up';
comment on column notice.error is 'Why the last attempt failed; empty where none did';
create index notice_by_state on notice (state, next);
