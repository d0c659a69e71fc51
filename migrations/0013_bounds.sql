-- A tenant may rename a person (themself: core/accounts), and change nothing else of who they are: an e-mail address or
-- a second factor belongs to the person in every organization.
revoke update on users from sealane_tenant;
grant update (name, updated_at) on users to sealane_tenant;

-- A job that a tenant adds works for that tenant.
create or replace function enqueue_job(name text, payload json, run_at timestamptz, key text) returns void
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if payload ->> 'organizationId' is distinct from current_organization_id()::text
    and current_organization_id() is not null then
    raise insufficient_privilege using message = format('The job %s is not one of this organization.', name);
  end if;
  perform graphile_worker.add_job(name, payload, run_at => run_at, job_key => key, max_attempts => 25);
end $$;
revoke execute on function enqueue_job from public;

-- A run through a link ends by itself.
update submissions set expires_at = viewed_at + interval '30 days' where expires_at is null;
alter table submissions alter column expires_at set not null;
create index submissions_open on submissions (expires_at)
  where completed_at is null and declined_at is null and voided_at is null and expired_at is null;
