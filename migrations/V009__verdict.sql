-- Every rule's word on every order and account.
create table verdict (
    run_id      varchar(14) not null references rebalance (run_id),
    position    integer not null,
    rule        varchar not null,
    version     varchar not null,
    outcome     varchar(4) not null check (outcome in ('PASS', 'WARN', 'CUT', 'DENY')),
    account     varchar not null,
    subject     varchar not null,
    reason      text not null,
    limit_value numeric,
    used_value  numeric,
    permitted   numeric,
    would_pass  text not null,
    numbers     text not null,
    primary key (run_id, position)
);
create index verdict_by_outcome on verdict (run_id, outcome);
comment on table verdict is 'What each rule said of each subject';
comment on column verdict.limit_value is 'The number named limit, where the rule has one';
comment on column verdict.used_value is 'The number named used, where the rule has one';
comment on column verdict.numbers is 'All numbers the rule saw, a JSON object of decimal strings';
comment on column verdict.permitted is 'Quantity that may stay where the outcome is CUT';
