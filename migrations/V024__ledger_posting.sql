-- The lines of the entries: they sum to zero for each unit of an entry.
create table ledger_posting (
    book         varchar not null,
    sequence     bigint not null,
    line         integer not null check (line >= 1),
    account_type varchar not null,
    unit         varchar not null,
    lot          varchar,
    amount       numeric not null,
    code         varchar not null,
    primary key (book, sequence, line),
    foreign key (book, sequence) references ledger_entry (book, sequence)
);
comment on table ledger_posting is 'Append-only lines of the entries';
comment on column ledger_posting.unit is 'A currency for accounts of money, a symbol for accounts of units';
comment on column ledger_posting.lot is 'For lot-units and lot-cost: account/symbol/acquired/number';
comment on column ledger_posting.amount is 'A debit is positive, a credit negative';
