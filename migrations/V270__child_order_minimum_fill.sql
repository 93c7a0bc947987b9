-- The smallest fill that a child accepts, sent as MinQty: kept before it leaves, so that it is sent again as it was sent.
alter table child_order add column minimum_fill numeric check (minimum_fill > 0);
comment on column child_order.minimum_fill is 'Units; empty where a fill of any size is accepted';
