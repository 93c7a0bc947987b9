-- A run that was replayed from a stage has a run that supersedes it, and no other; both rows say so.
alter table run add column supersedes varchar(14) unique;
alter table run add column replayed_from varchar(10) check (replayed_from in ('CHECK_DATA', 'REBALANCE'));
alter table run add column superseded_by varchar(14) unique;
alter table run add constraint run_replayed_from_a_stage check ((supersedes is null) = (replayed_from is null));
comment on column run.supersedes is 'The run of the same date whose place this one took; null where it took none';
comment on column run.replayed_from is 'The first stage that is worked anew; null where the run supersedes none';
comment on column run.superseded_by is 'The run that took the place of this one, which is closed; null where none did';
