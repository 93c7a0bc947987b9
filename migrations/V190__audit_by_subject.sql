-- The rows about a run or a user are read along their numbers, the newest page first.
create index audit_row_by_subject_and_number on audit_row (subject, sequence);
drop index audit_row_by_subject;
