-- What stands of the fills, and the results of orders by it.
create view standing_fill as
select f.run_id, f.venue, f.execution_id, f.client_order_id, f.parent_id, f.account, f.symbol, f.side, f.quantity, f.price,
       f.fee, f.millis, f.trade_date
from fill f
where not exists (
    select 1 from fill_amendment a
    where a.run_id = f.run_id and a.venue = f.venue and a.replaced = f.execution_id
      and (f.trade_date is null or a.trade_date = f.trade_date))
union all
select f.run_id, f.venue, f.execution_id, f.client_order_id, f.parent_id, f.account, f.symbol, f.side, f.quantity, f.price,
       f.fee, f.millis, f.trade_date
from fill_amendment f
where f.kind <> 'BUST' and not exists (
    select 1 from fill_amendment a
    where a.run_id = f.run_id and a.venue = f.venue and a.replaced = f.execution_id and a.trade_date = f.trade_date);
comment on view standing_fill is 'Fills with what venues told of them later: what stands';

drop view order_result;
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
left join standing_fill f on f.run_id = p.run_id and f.parent_id = p.parent_id
group by p.run_id, p.parent_id, p.account, p.symbol, p.side, p.currency, p.quantity, p.decision_price;
comment on view order_result is 'Filled quantity, average price, fees and cost of each parent order';
