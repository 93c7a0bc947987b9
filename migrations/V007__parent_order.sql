-- What the desk wants done for one account in one instrument.
create table parent_order (
    run_id         varchar(14) not null references rebalance (run_id),
    parent_id      varchar not null,
    position       integer not null,
    account        varchar not null,
    symbol         varchar not null,
    side           varchar(4) not null check (side in ('BUY', 'SELL')),
    quantity       numeric not null check (quantity > 0),
    lot_size       numeric not null check (lot_size > 0),
    tick_size      numeric not null check (tick_size > 0),
    decision_price numeric not null check (decision_price > 0),
    currency       varchar(3) not null,
    strategy       varchar not null,
    primary key (run_id, parent_id),
    constraint parent_order_position unique (run_id, position)
);
create index parent_order_by_account on parent_order (account, symbol);
comment on table parent_order is 'Orders that go to approval, after hard limits removed or cut';
comment on column parent_order.position is 'Order in which they were decided, from 0';
comment on column parent_order.quantity is 'Units, a multiple of the lot size';
