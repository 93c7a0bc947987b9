-- Tokens that stand for a user. Which are taken follows from the events of the stream tokens/<user>.
create table user_token (
    id      varchar(16) not null primary key,
    name    varchar(200) not null,
    label   varchar(400) not null,
    scope   varchar(400) not null,
    issued  timestamp(6) with time zone not null,
    expires timestamp(6) with time zone not null,
    sha256  varchar(64) not null,
    revoked boolean not null
);
create index user_token_by_name on user_token (name);
comment on table user_token is 'Personal tokens';
comment on column user_token.name is 'Of the user';
comment on column user_token.scope is 'The most that it allows: words with a blank between them';
comment on column user_token.sha256 is 'SHA-256 of the token, which is kept nowhere';
