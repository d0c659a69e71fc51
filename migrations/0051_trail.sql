-- What the trail says of a person is a commitment in the row, which the hash covers. What opens it is sealed under the
-- person's key, beside the row: the chain stays whole when the key is destroyed.
alter table audit_events
  add column person_id uuid,
  add column personal bytea;

-- The head and the count of each chain, so that rows that were taken off its end are missed.
create table audit_chains (
  organization_id uuid not null references organizations on delete cascade,
  chain uuid not null,
  length bigint not null,
  head bytea not null,
  primary key (organization_id, chain)
) with (fillfactor = 70);
select protect_tenant_table('audit_chains');
revoke delete on audit_chains from sealane_tenant;

insert into audit_chains (organization_id, chain, length, head)
select distinct on (organization_id, chain) organization_id, chain, sequence, hash
from audit_events order by organization_id, chain, sequence desc;
