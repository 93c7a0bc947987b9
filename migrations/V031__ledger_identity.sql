-- A large day books 300,000 entries with two million lines, so each index more is felt. An entry is known by its kind and
-- source, and that is unique in its book: a hash of the two said the same, but its index was written at random. Its lines
-- follow each other under one number each, and an entry says where its own begin: so the lines need no index at all. What
-- the foreign key said is checked where a book is read, and its events vouch for entries and lines. The tables are made
-- anew, because the two engines give different names to keys that have none.
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
    first_line      bigint not null check (first_line >= 1),
    lines           integer not null check (lines >= 0),
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
comment on column ledger_entry.first_line is 'The number of its first line in ledger_posting; the others follow it';

create table ledger_posting (
    number       bigint not null check (number >= 1),
    sequence     bigint not null,
    line         integer not null check (line >= 1),
    account_type varchar not null,
    unit         varchar not null,
    lot          varchar,
    amount       numeric not null,
    code         varchar not null,
    constraint ledger_posting_key primary key (number)
);
comment on table ledger_posting is 'Append-only lines of the entries: they sum to zero for each unit of an entry';
comment on column ledger_posting.number is 'Rises over all books; ledger_entry.first_line and lines say whose it is';
comment on column ledger_posting.sequence is 'Of its entry, in its book';
comment on column ledger_posting.line is '1, 2, 3 ... in its entry';
comment on column ledger_posting.unit is 'A currency for accounts of money, a symbol for accounts of units';
comment on column ledger_posting.lot is 'For lot-units and lot-cost: account/symbol/acquired/number';
comment on column ledger_posting.amount is 'A debit is positive, a credit negative';
insert into ledger_posting
select row_number() over (order by book, sequence, line), sequence, line, account_type, unit, lot, amount, code
from ledger_posting_before;

insert into ledger_entry
select e.book, e.sequence, e.kind, e.source, e.account, e.effective, e.settles, e.booked, e.memo, e.executions,
       e.executions_hash, e.reverses, coalesce(sum(p.lines) over (order by e.book, e.sequence) - p.lines, 0) + 1,
       coalesce(p.lines, 0)
from ledger_entry_before e
left join (select book, sequence, count(*) as lines from ledger_posting_before group by book, sequence) p
    on p.book = e.book and p.sequence = e.sequence;
create index ledger_entry_by_account on ledger_entry (book, account, sequence);

-- For who reads the books with SQL.
create view ledger_line as
select e.book, e.sequence, p.line, e.effective, e.kind, e.account, p.account_type, p.unit, p.lot, p.amount, p.code
from ledger_entry e
join ledger_posting p on p.number >= e.first_line and p.number < e.first_line + e.lines;
comment on view ledger_line is 'The lines of the entries, with what they belong to';

drop table ledger_posting_before;
drop table ledger_entry_before;
