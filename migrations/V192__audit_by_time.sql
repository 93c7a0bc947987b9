-- Of a span of time only the first and the last number are looked for.
create index audit_row_by_time_and_number on audit_row (at, sequence);
drop index audit_row_by_time;
