-- How a child order ended.
create table child_outcome (
    run_id          varchar(14) not null,
    client_order_id varchar not null,
    state           varchar(9) not null check (state in ('FILLED', 'CANCELLED', 'REJECTED')),
    filled          numeric not null check (filled >= 0),
    reason          text not null,
    primary key (run_id, client_order_id),
    foreign key (run_id, client_order_id) references child_order (run_id, client_order_id)
);
comment on table child_outcome is 'How each child order ended';
comment on column child_outcome.reason is 'Why a venue rejected it, or empty';
