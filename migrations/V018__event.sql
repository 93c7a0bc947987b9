-- What happened to a thing, in order. Rows are only ever appended; state is what the events of a stream made of it.
create table event (
    stream   varchar not null,
    sequence integer not null check (sequence >= 1),
    kind     varchar not null,
    version  integer not null check (version >= 1),
    body     text not null,
    at       timestamp(6) with time zone not null,
    actor    varchar not null,
    primary key (stream, sequence)
);
comment on table event is 'Append-only events by stream; an audit row vouches for each';
comment on column event.stream is 'For example four-eyes/2018-04-11-001';
comment on column event.sequence is '1, 2, 3 ... in each stream';
comment on column event.version is 'Of the form of the body';
comment on column event.body is 'JSON';
