-- Who has read the first events of a stream asks for the rows that vouch for the others.
create index audit_row_by_stream_and_length on audit_row (stream, stream_length);
drop index audit_row_by_stream;
