-- Who did what. Rows are only ever appended; each holds the hash of the row before.
create table audit_row (
    sequence      bigint primary key check (sequence >= 1),
    at            timestamp(6) with time zone not null,
    actor         varchar not null,
    action        varchar not null,
    subject       varchar not null,
    detail        text not null,
    rehearsal     boolean not null,
    previous_hash varchar(64) not null,
    hash          varchar(64) not null
);
create index audit_row_by_subject on audit_row (subject);
comment on table audit_row is 'Append-only, hash-chained record of who did what';
comment on column audit_row.previous_hash is 'SHA-256 of the row before, 64 zeros for the first';
comment on column audit_row.hash is 'SHA-256 over all other columns, in the encoding of src/docs/audit.md';
