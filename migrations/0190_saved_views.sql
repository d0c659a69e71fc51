-- A list of the web app as one person wants to see it again: what its address says.
create table saved_views (
  organization_id uuid not null references organizations on delete cascade,
  id uuid not null,
  user_id uuid not null references users on delete cascade,
  name text not null,
  path text not null,
  query text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (organization_id, id)
);
create unique index saved_views_name on saved_views (organization_id, user_id, path, name);
select protect_tenant_table('saved_views');
