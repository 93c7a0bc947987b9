-- The files that runs go by, whole: those on disk may be others, or broken, when a run goes on.
create table kept_file (
    sum     varchar(64) not null,
    name    varchar(200) not null,
    content bytea not null,
    primary key (sum, name)
);
comment on table kept_file is 'Processes and routes that runs go by';
comment on column kept_file.sum is 'SHA-256 over the names and contents of all the files that were loaded together';
comment on column kept_file.content is 'Its bytes as they lay on disk';
