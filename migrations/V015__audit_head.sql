-- The newest audit row. Its single row is locked while a row is appended, so that appends come one after the other.
create table audit_head (
    id       integer primary key check (id = 1),
    sequence bigint not null check (sequence >= 0),
    hash     varchar(64) not null
);
insert into audit_head (id, sequence, hash)
values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
comment on table audit_head is 'Sequence and hash of the newest audit row';
