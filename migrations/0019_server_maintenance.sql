-- Whether the whole server is in maintenance: at most one row. Organizations that are created meanwhile begin in it.
create table server_maintenance (
  only_one boolean primary key default true check (only_one),
  since timestamptz not null
);
