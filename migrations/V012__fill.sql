-- One execution, booked exactly once for each venue and execution id of a run.
create table fill (
    run_id          varchar(14) not null,
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
    primary key (run_id, venue, execution_id),
    foreign key (run_id, client_order_id) references child_order (run_id, client_order_id),
    foreign key (run_id, parent_id) references parent_order (run_id, parent_id)
);
create index fill_by_child on fill (run_id, client_order_id);
create index fill_by_parent on fill (run_id, parent_id);
create index fill_by_account on fill (account, symbol);
comment on table fill is 'Executions';
comment on column fill.execution_id is 'FIX ExecID, unique at its venue';
comment on column fill.millis is 'Market time, milliseconds since midnight';
