-- For analysts: what became of each parent order. Costs are positive where the order lost against its decision price.
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
