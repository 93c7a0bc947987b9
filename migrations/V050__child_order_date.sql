-- Orders are worked in the session after the day that decided them, which is another one for each exchange.
alter table child_order add column session_date date;
comment on column child_order.session_date is 'The trade date; empty in runs from before, which traded on their business date';
