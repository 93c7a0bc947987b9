-- A fill carries the date of the session that made it: lots are acquired then, and the books count from it.
alter table fill add column trade_date date;
comment on column fill.trade_date is 'The trade date; empty in runs from before, which traded on their business date';
