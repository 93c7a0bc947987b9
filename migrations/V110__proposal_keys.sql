-- Orders, tax lots, weights and verdicts have the keys and indexes that a query or a promise needs, and no others: a large
-- day writes two million of these rows, and each foreign key had an index of its own besides the primary key that begins with
-- the same columns. What they said holds by how the rows are written, together in one transaction with what they hang on;
-- the sum over all of them is in the approval, and is made again before the first order leaves. The tables are made anew,
-- because the two engines give different names to keys that have none.
drop view order_result;
alter table verdict rename to verdict_before;
alter table chosen_lot rename to chosen_lot_before;
alter table plan_weight rename to plan_weight_before;
alter table parent_order rename to parent_order_before;

create table plan_weight (
    run_id         varchar(14) not null,
    account        varchar not null,
    symbol         varchar not null,
    before_trading double precision,
    target         double precision,
    constraint plan_weight_key primary key (run_id, account, symbol),
    check (before_trading is not null or target is not null)
);
comment on table plan_weight is 'Weights of an account by symbol';
comment on column plan_weight.before_trading is 'Share of value before trading, null where not held';
comment on column plan_weight.target is 'Share of the invested value the method asks for, null where none';
insert into plan_weight
select run_id, account, symbol, before_trading, target from plan_weight_before;

create table parent_order (
    run_id         varchar(14) not null,
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
    constraint parent_order_key primary key (run_id, parent_id),
    constraint parent_order_placed unique (run_id, position)
);
comment on table parent_order is 'Orders that go to approval, after hard limits removed or cut';
comment on column parent_order.position is 'Order in which they were decided, from 0';
comment on column parent_order.quantity is 'Units, a multiple of the lot size';
insert into parent_order
select run_id, parent_id, position, account, symbol, side, quantity, lot_size, tick_size, decision_price, currency, strategy
from parent_order_before;

create table chosen_lot (
    run_id    varchar(14) not null,
    parent_id varchar not null,
    position  integer not null,
    lot_id    varchar not null,
    quantity  numeric not null check (quantity > 0),
    cost      numeric,
    acquired  date,
    constraint chosen_lot_key primary key (run_id, parent_id, position)
);
comment on table chosen_lot is 'Tax lots that a sell takes from, in the order they are taken';
comment on column chosen_lot.cost is 'Price paid for each unit; null where it was not told';
insert into chosen_lot
select run_id, parent_id, position, lot_id, quantity, cost, acquired from chosen_lot_before;

create table verdict (
    run_id      varchar(14) not null,
    position    integer not null,
    rule        varchar not null,
    version     varchar not null,
    outcome     varchar(4) not null check (outcome in ('PASS', 'WARN', 'CUT', 'DENY')),
    account     varchar not null,
    subject     varchar not null,
    reason      text not null,
    limit_value numeric,
    used_value  numeric,
    permitted   numeric,
    would_pass  text not null,
    numbers     text not null,
    constraint verdict_key primary key (run_id, position)
);
comment on table verdict is 'What each rule said of each subject';
comment on column verdict.limit_value is 'The number named limit, where the rule has one';
comment on column verdict.used_value is 'The number named used, where the rule has one';
comment on column verdict.numbers is 'All numbers the rule saw, a JSON object of decimal strings';
comment on column verdict.permitted is 'Quantity that may stay where the outcome is CUT';
insert into verdict
select run_id, position, rule, version, outcome, account, subject, reason, limit_value, used_value, permitted, would_pass,
       numbers
from verdict_before;

drop table verdict_before;
drop table chosen_lot_before;
drop table plan_weight_before;
drop table parent_order_before;
create index parent_order_by_account on parent_order (account, symbol);
create index verdict_by_outcome on verdict (run_id, outcome);

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
