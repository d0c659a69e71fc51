-- What /ready writes as a tenant, to prove that tenants can: one row, of the organization that is none.
create table probes (
  organization_id uuid primary key,
  written_at timestamptz not null
);
select protect_tenant_table('probes');
