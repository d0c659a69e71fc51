-- Whose turn it is: all of one turn act side by side, and those of a later one wait. Positions order the list of signers.
alter table signers add column turn integer;
update signers set turn = position;
alter table signers alter column turn set not null;
alter table signers add column kind text not null default 'signer' check (kind in ('signer', 'approver', 'copy'));
