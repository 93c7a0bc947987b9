-- How good the rows of each data product were when a run checked them.
create table data_quality (
    run_id    varchar(14) not null references run (run_id),
    product   varchar(100) not null,
    contract  varchar(100) not null,
    row_count bigint not null check (row_count >= 0),
    set_aside bigint not null check (set_aside between 0 and row_count),
    last_date date,
    on_date   bigint not null check (on_date >= 0),
    rules     text not null,
    primary key (run_id, product)
);
comment on table data_quality is 'What each rule of a contract found in the rows of a data product, as they were delivered';
comment on column data_quality.last_date is 'Newest date of the good rows';
comment on column data_quality.on_date is 'Good rows of the business date';
comment on column data_quality.rules is 'What each rule found, as JSON, in the order of the contract';
