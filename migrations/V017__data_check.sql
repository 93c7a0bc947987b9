-- What the data contract said of a run's prices; its presence means the verdict stands.
create table data_check (
    run_id      varchar(14) primary key references run (run_id),
    snapshot    varchar(64) not null,
    row_count   bigint not null check (row_count >= 0),
    quarantined bigint not null check (quarantined between 0 and row_count),
    blocking    boolean not null,
    document    text not null
);
comment on table data_check is 'The verdict of the data contract for a run';
comment on column data_check.document is 'The whole verdict with its breaches, as JSON';
