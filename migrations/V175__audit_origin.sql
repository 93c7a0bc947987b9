-- From where somebody did something, and what was so before and after. Rows without an origin are of an older form.
alter table audit_row add column origin varchar;
alter table audit_row add column before_text text;
alter table audit_row add column after_text text;
comment on column audit_row.origin is 'From where it was done; null in rows of an older form';
comment on column audit_row.before_text is 'What was so before, empty where nothing was changed or made';
comment on column audit_row.after_text is 'What is so after, empty where nothing was changed or ended';
