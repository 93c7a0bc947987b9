-- Names that are no users' share a few rows, so that whoever makes names up fills no table.
comment on column sign_in_failure.who is 'name/ and the SHA-256 of a user''s name, nobody/ and the first digits of that of another name, or place/ and an address';
