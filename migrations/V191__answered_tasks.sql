-- Answered tasks are read a page at a time, the newest first.
create index user_task_by_time on user_task (raised_at, task_id);
