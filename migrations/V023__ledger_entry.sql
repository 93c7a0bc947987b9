-- The book of record: entries in the order they were booked, by book. Rows are only ever appended.
create table ledger_entry (
    book            varchar not null,
    sequence        bigint not null check (sequence >= 1),
    entry_id        varchar(64) not null,
    kind            varchar not null,
    source          varchar not null,
    account         varchar not null,
    effective       date not null,
    settles         date,
    booked          timestamp(6) with time zone not null,
    memo            text not null,
    executions      integer,
    executions_hash varchar(64),
    reverses        varchar(64),
    primary key (book, sequence),
    unique (book, entry_id),
    unique (book, reverses)
);
comment on table ledger_entry is 'Append-only entries of the books; events of the stream books/<book> vouch for them';
comment on column ledger_entry.book is 'real: or rehearsal: and the folder of the firm';
comment on column ledger_entry.entry_id is 'SHA-256 of kind and source: the same entry again is none';
comment on column ledger_entry.effective is 'The day it counts from';
comment on column ledger_entry.settles is 'When cash and units change hands, null where that is not known or nothing does';
comment on column ledger_entry.executions is 'How many fills a trade books, with their sum in executions_hash';
comment on column ledger_entry.reverses is 'The entry that this one takes back';
