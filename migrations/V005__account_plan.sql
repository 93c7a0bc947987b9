-- One account through the rebalance stage: figures as columns, the planner's whole proposal as a JSON document.
create table account_plan (
    run_id        varchar(14) not null references rebalance (run_id),
    account       varchar not null,
    position      integer not null,
    name          varchar not null,
    strategy      varchar not null,
    currency      varchar(3) not null,
    cash          numeric not null,
    account_value numeric not null,
    method        varchar not null,
    cash_after    numeric not null,
    deviation     double precision not null,
    optimum       double precision not null,
    turnover      double precision not null,
    realised_gain numeric not null,
    score         varchar not null,
    proposal      text not null,
    primary key (run_id, account),
    constraint account_plan_position unique (run_id, position)
);
comment on table account_plan is 'What the planner proposed for an account';
comment on column account_plan.account_value is 'Cash plus positions at decision prices, in the account''s currency';
comment on column account_plan.cash_after is 'Cash once all trades are done at decision prices and expected cost';
comment on column account_plan.deviation is 'Half the sum of absolute weight differences to the target, 0 to 1';
comment on column account_plan.optimum is 'The same for the continuous optimum: a lower bound';
comment on column account_plan.turnover is 'Bought plus sold, as a share of the account''s value';
comment on column account_plan.proposal is 'The proposal with its trades and chosen lots, as JSON';
