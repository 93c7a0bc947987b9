-- The events that an audit row vouches for: those of the stream up to a length, from where the row before it ended.
alter table audit_row add column stream varchar;
alter table audit_row add column stream_length integer;
alter table audit_row add column events_hash varchar(64);
create index audit_row_by_stream on audit_row (stream);
comment on column audit_row.stream is 'Stream of the events stored with this row, null where there are none';
comment on column audit_row.stream_length is 'How many events the stream holds with them';
comment on column audit_row.events_hash is 'SHA-256 over the events, in the encoding of src/docs/audit.md';
