-- Whether somebody types a code that is mailed to them before they read the agreement.
alter table signers add column asks_code boolean not null default false;
