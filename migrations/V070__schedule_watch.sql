-- Since when a firm's schedule is kept, so that an occasion that passed while nothing ran is seen.
create table schedule_watch (
    firm  varchar not null primary key,
    cron  varchar not null,
    since timestamp(6) with time zone not null,
    told  timestamp(6) with time zone not null
);
comment on table schedule_watch is 'Since when the schedule of each firm is kept';
comment on column schedule_watch.firm is 'Its folder';
comment on column schedule_watch.cron is 'When days are due: seconds, minutes, hours, day of month, month, day of week';
comment on column schedule_watch.since is 'Every occasion up to here was kept, or was before the schedule was';
comment on column schedule_watch.told is 'The newest missed occasion that people were told of';
