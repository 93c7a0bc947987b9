-- One order as sent to one venue; stored before it is sent.
create table child_order (
    run_id          varchar(14) not null,
    client_order_id varchar not null,
    position        integer not null,
    parent_id       varchar not null,
    slice           integer not null check (slice >= 0),
    venue           varchar not null,
    symbol          varchar not null,
    side            varchar(4) not null check (side in ('BUY', 'SELL')),
    quantity        numeric not null check (quantity > 0),
    limit_price     numeric not null check (limit_price > 0),
    sent_millis     bigint not null check (sent_millis >= 0),
    expire_millis   bigint not null,
    primary key (run_id, client_order_id),
    foreign key (run_id, parent_id) references parent_order (run_id, parent_id),
    check (expire_millis >= sent_millis)
);
create index child_order_in_order on child_order (run_id, position);
create index child_order_by_parent on child_order (run_id, parent_id);
comment on table child_order is 'Orders as sent to the venues';
comment on column child_order.client_order_id is 'FIX ClOrdID, decided and stored before sending';
comment on column child_order.position is 'Rises in the order the children were decided; gaps mean nothing';
comment on column child_order.sent_millis is 'Market time, milliseconds since midnight';
