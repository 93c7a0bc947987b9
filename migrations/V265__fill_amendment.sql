-- What venues told of fills after their slice was booked. Rows of fill stay: what stands of them is told by this table.
create table fill_amendment (
    run_id          varchar(14) not null,
    sequence        integer not null,
    kind            varchar(10) not null check (kind in ('LATE_FILL', 'BUST', 'CORRECTION')),
    slice           integer not null check (slice >= 0),
    replaced        varchar not null,
    venue           varchar not null,
    execution_id    varchar not null,
    client_order_id varchar not null,
    parent_id       varchar not null,
    account         varchar not null,
    symbol          varchar not null,
    side            varchar(4) not null check (side in ('BUY', 'SELL')),
    quantity        numeric not null check (quantity > 0),
    price           numeric not null check (price > 0),
    fee             numeric not null check (fee >= 0),
    millis          bigint not null check (millis >= 0),
    trade_date      date not null,
    constraint fill_amendment_key primary key (run_id, sequence),
    constraint fill_amendment_replaces check ((kind = 'LATE_FILL') = (replaced = ''))
);
comment on table fill_amendment is 'Late fills, busts and corrections of fills whose slice was booked';
comment on column fill_amendment.sequence is 'Number of the event of the run''s orders that vouches for it';
comment on column fill_amendment.replaced is 'ExecID of the fill that stands no more; empty for a late fill';
comment on column fill_amendment.execution_id is 'ExecID of the fill that is added; of a bust, that of the report';
comment on column fill_amendment.quantity is 'Of the fill that is added; of a bust, of the one that is taken back';
