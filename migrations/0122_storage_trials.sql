-- What a rehearsal of a seal writes, reads back and takes away, so that nothing is published that could not be stored.
create table storage_trials (
  id uuid primary key,
  bytes bytea not null
);
revoke all on storage_trials from sealane_tenant;
