-- What the rebalance stage decided, one row for each run: its presence means the decision stands.
create table rebalance (
    run_id   varchar(14) primary key references run (run_id),
    accounts integer not null check (accounts >= 0),
    orders   integer not null check (orders >= 0),
    verdicts integer not null check (verdicts >= 0)
);
comment on table rebalance is 'Present once the rebalance stage of a run has decided; the first decision stands';
