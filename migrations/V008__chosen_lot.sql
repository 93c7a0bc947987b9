-- The tax lots a sell takes from, with what they cost, so that a later run knows what the sell realised.
create table chosen_lot (
    run_id    varchar(14) not null,
    parent_id varchar not null,
    position  integer not null,
    lot_id    varchar not null,
    quantity  numeric not null check (quantity > 0),
    cost      numeric,
    acquired  date,
    primary key (run_id, parent_id, position),
    foreign key (run_id, parent_id) references parent_order (run_id, parent_id)
);
comment on table chosen_lot is 'Tax lots that a sell takes from, in the order they are taken';
comment on column chosen_lot.cost is 'Price paid for each unit; null where it was not told';
