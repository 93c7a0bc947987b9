-- Requests that their callers gave a key, each noted before it is done, so that one that comes again is done once. They are
-- no part of the record: what was done is in the audit, and they are deleted after a day.
create table keyed_request (
    person       varchar(200) not null,
    request_key  varchar(64) not null,
    fingerprint  varchar(64) not null,
    begun_at     timestamp(6) with time zone not null,
    ended        boolean not null,
    status       integer,
    content_type varchar(100),
    answer       text,
    primary key (person, request_key),
    check (status is null or ended)
);
comment on table keyed_request is 'Requests with an Idempotency-Key, kept for a day';
comment on column keyed_request.person is 'Whose key it is: user/ or name/ and a name, owner, or nobody';
comment on column keyed_request.fingerprint is 'SHA-256 of method, path and body; of a body with a secret, a keyed one';
comment on column keyed_request.ended is 'False while it runs, and for good where it was cut off';
comment on column keyed_request.status is 'Null where the answer is not kept, because it holds a secret or is too long';
create index keyed_request_by_age on keyed_request (person, begun_at);
