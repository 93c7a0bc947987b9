-- People search the audit log by who did it, what was done and when; by what it was done to there is an index already.
create index audit_row_by_actor on audit_row (actor, sequence);
create index audit_row_by_action on audit_row (action, sequence);
create index audit_row_by_time on audit_row (at);
