-- Who belongs. What they are follows from the events of the stream users, which the audit vouches for; a row that says
-- something else decides nothing, and audit verify names it.
create table desk_user (
    name                 varchar(200) not null primary key,
    roles                varchar(400) not null,
    active               boolean not null,
    must_change_password boolean not null,
    password_hash        varchar(400) not null
);
comment on table desk_user is 'Users, their roles and the hash of their password';
comment on column desk_user.roles is 'Words with a blank between them, for example trader approver';
comment on column desk_user.active is 'Whether the user is let in';
comment on column desk_user.must_change_password is 'Whether the password is the one that was made for the user';
comment on column desk_user.password_hash is 'Argon2id with its salt and parameters; the sum of it stands in the events';
