-- An entry is known by its kind and source, and that is unique in its book. A hash of the two said the same, but its index
-- was written at random: half of what posting a large day cost. A posting reads the entries of one client account after
-- the other, along an index of their own. The tables are made anew, because the two engines give different names to keys
-- that have none.
alter table ledger_posting rename to ledger_posting_before;
alter table ledger_entry rename to ledger_entry_before;

create table ledger_entry (
    book            varchar not null,
    sequence        bigint not null check (sequence >= 1),
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
    constraint ledger_entry_key primary key (book, sequence),
    constraint ledger_entry_booked_once unique (book, kind, source),
    constraint ledger_entry_reversed_once unique (book, reverses)
);
comment on table ledger_entry is 'Append-only entries of the books; events of the stream books/<book> vouch for them';
comment on column ledger_entry.book is 'real: or rehearsal: and the folder of the firm';
comment on column ledger_entry.source is 'With kind what the entry is known by: the same again is none';
comment on column ledger_entry.effective is 'The day it counts from';
comment on column ledger_entry.settles is 'When cash and units change hands, null where that is not known or nothing does';
comment on column ledger_entry.executions is 'How many fills a trade books, with their sum in executions_hash';
comment on column ledger_entry.reverses is 'SHA-256 of kind and source of the entry that this one takes back';
insert into ledger_entry
select book, sequence, kind, source, account, effective, settles, booked, memo, executions, executions_hash, reverses
from ledger_entry_before;
create index ledger_entry_by_account on ledger_entry (book, account, sequence);

create table ledger_posting (
    book         varchar not null,
    sequence     bigint not null,
    line         integer not null check (line >= 1),
    account_type varchar not null,
    unit         varchar not null,
    lot          varchar,
    amount       numeric not null,
    code         varchar not null,
    constraint ledger_posting_key primary key (book, sequence, line),
    constraint ledger_posting_of_entry foreign key (book, sequence) references ledger_entry (book, sequence)
);
comment on table ledger_posting is 'Append-only lines of the entries: they sum to zero for each unit of an entry';
comment on column ledger_posting.unit is 'A currency for accounts of money, a symbol for accounts of units';
comment on column ledger_posting.lot is 'For lot-units and lot-cost: account/symbol/acquired/number';
comment on column ledger_posting.amount is 'A debit is positive, a credit negative';
insert into ledger_posting
select book, sequence, line, account_type, unit, lot, amount, code from ledger_posting_before;

drop table ledger_posting_before;
drop table ledger_entry_before;
