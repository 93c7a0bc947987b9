-- A child that a kill switch stopped before it left is denied: refused by us, where a venue rejects. The table is made anew,
-- because the two engines give different names to checks that have none.
alter table child_outcome rename to child_outcome_before;

create table child_outcome (
    run_id          varchar(14) not null,
    client_order_id varchar not null,
    state           varchar(9) not null,
    filled          numeric not null check (filled >= 0),
    reason          text not null,
    constraint child_outcome_run_child primary key (run_id, client_order_id),
    constraint child_outcome_of_its_child foreign key (run_id, client_order_id)
        references child_order (run_id, client_order_id),
    constraint child_outcome_state check (state in ('FILLED', 'CANCELLED', 'REJECTED', 'DENIED'))
);
comment on table child_outcome is 'How each child order ended';
comment on column child_outcome.state is 'As FIX says it; DENIED where a kill switch stopped it before it left';
comment on column child_outcome.reason is 'Why a venue rejected it or we denied it, or empty';
insert into child_outcome
select run_id, client_order_id, state, filled, reason from child_outcome_before;

drop table child_outcome_before;
