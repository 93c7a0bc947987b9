-- Children, outcomes and fills have the keys and indexes that a query or a promise needs, and no others: every one costs a
-- large day two writes for each row. What the dropped foreign keys said (a child's parent, a fill's child) is checked where
-- a slice is decided, and its event vouches for the rows. The tables are made anew, because the two engines give different
-- names to keys that have none.
drop view order_result;
alter table fill rename to fill_before;
alter table child_outcome rename to child_outcome_before;
alter table child_order rename to child_order_before;

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
    constraint child_order_key primary key (run_id, client_order_id),
    check (expire_millis >= sent_millis)
);
comment on table child_order is 'Orders as sent to the venues; each stored before it is sent';
comment on column child_order.client_order_id is 'FIX ClOrdID, decided and stored before sending';
comment on column child_order.position is 'Rises within a slice in the order the children were decided; gaps mean nothing';
comment on column child_order.sent_millis is 'Market time, milliseconds since midnight';
insert into child_order
select run_id, client_order_id, position, parent_id, slice, venue, symbol, side, quantity, limit_price, sent_millis,
       expire_millis
from child_order_before;

create table child_outcome (
    run_id          varchar(14) not null,
    client_order_id varchar not null,
    state           varchar(9) not null check (state in ('FILLED', 'CANCELLED', 'REJECTED')),
    filled          numeric not null check (filled >= 0),
    reason          text not null,
    constraint child_outcome_key primary key (run_id, client_order_id),
    constraint child_outcome_of_child foreign key (run_id, client_order_id)
        references child_order (run_id, client_order_id)
);
comment on table child_outcome is 'How each child order ended';
comment on column child_outcome.reason is 'Why a venue rejected it, or empty';
insert into child_outcome
select run_id, client_order_id, state, filled, reason from child_outcome_before;

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
    constraint fill_key primary key (run_id, venue, execution_id)
);
comment on table fill is 'Executions, booked once for each venue and execution id of a run';
comment on column fill.execution_id is 'FIX ExecID, unique at its venue';
comment on column fill.millis is 'Market time, milliseconds since midnight';
insert into fill
select run_id, venue, execution_id, client_order_id, parent_id, account, symbol, side, quantity, price, fee, millis
from fill_before;

drop table fill_before;
drop table child_outcome_before;
drop table child_order_before;
create index fill_by_parent on fill (run_id, parent_id);

-- As it was.
create view order_result as
select p.run_id, p.parent_id, p.account, p.symbol, p.side, p.currency,
       cast(p.quantity as numeric(30, 6)) as quantity,
       cast(coalesce(sum(f.quantity), 0) as numeric(30, 6)) as filled,
       cast(p.decision_price as numeric(30, 6)) as decision_price,
       cast(sum(f.quantity * f.price) / sum(f.quantity) as numeric(30, 6)) as average_price,
       cast(coalesce(sum(f.fee), 0) as numeric(30, 6)) as fees,
       cast(case p.side when 'BUY' then 1 else -1 end
            * (sum(f.quantity * f.price) / sum(f.quantity) - p.decision_price)
            / p.decision_price * 10000 as numeric(30, 4)) as execution_cost_bps
from parent_order p
left join fill f on f.run_id = p.run_id and f.parent_id = p.parent_id
group by p.run_id, p.parent_id, p.account, p.symbol, p.side, p.currency, p.quantity, p.decision_price;
comment on view order_result is 'Filled quantity, average price, fees and cost of each parent order';
