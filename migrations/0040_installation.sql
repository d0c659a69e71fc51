-- What is true of the whole installation: at most one row. The check tells the master key again; it does not help to find it.
create table installation (
  only_one boolean primary key default true check (only_one),
  master_key_check bytea not null
);
