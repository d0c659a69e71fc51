-- The organization of this connection.
create or replace function current_organization_id() returns uuid language sql stable parallel safe as
  $$ select nullif(current_setting('sealane.organization_id', true), '')::uuid $$;
