-- A posting reads the entries of one client account after the other.
create index ledger_entry_by_account on ledger_entry (book, account, sequence);
