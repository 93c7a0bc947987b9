-- Audit rows and events are read by how their subject or stream begins too. H2 goes along the plain indexes for that;
-- PostgreSQL, unless its database sorts by bytes, goes along these only, and would look through every row without them.
${on_postgresql}create index audit_row_by_beginning_of_subject on audit_row (subject varchar_pattern_ops);
${on_postgresql}create index audit_row_by_beginning_of_stream on audit_row (stream varchar_pattern_ops);
${on_postgresql}create index event_by_beginning_of_stream on event (stream varchar_pattern_ops);
