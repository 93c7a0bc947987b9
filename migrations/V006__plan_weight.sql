-- Weights of an account before trading and as targeted, one row for each symbol that has either.
create table plan_weight (
    run_id  varchar(14) not null,
    account varchar not null,
    symbol  varchar not null,
    before_trading double precision,
    target  double precision,
    primary key (run_id, account, symbol),
    foreign key (run_id, account) references account_plan (run_id, account),
    check (before_trading is not null or target is not null)
);
comment on table plan_weight is 'Weights of an account by symbol';
comment on column plan_weight.before_trading is 'Share of value before trading, null where not held';
comment on column plan_weight.target is 'Share of the invested value the method asks for, null where none';
