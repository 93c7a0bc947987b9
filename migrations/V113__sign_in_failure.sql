-- Failures to sign in, so that who is closed out stays so over a restart. Nothing vouches for them: the audit has each.
create table sign_in_failure (
    who          varchar(100) not null primary key,
    failures     integer not null check (failures > 0),
    newest       timestamp(6) with time zone not null,
    closed_until timestamp(6) with time zone not null
);
comment on table sign_in_failure is 'Failures in a row by name and by place';
comment on column sign_in_failure.who is 'name/ and the SHA-256 of what was typed, or place/ and an address';
comment on column sign_in_failure.closed_until is 'Until then no try is taken';
