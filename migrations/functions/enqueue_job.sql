-- Adds a job. A tenant can add jobs for its own organization only.
create or replace function enqueue_job(name text, payload json, run_at timestamptz, key text) returns void
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if payload ->> 'organizationId' is distinct from current_organization_id()::text
    and current_organization_id() is not null then
    raise insufficient_privilege using message = format('The job %s is not one of this organization.', name);
  end if;
  -- A job that failed for good is replaced like one that waits. Otherwise it would stay in the list beside the new one.
  update graphile_worker._private_jobs job set attempts = 0
  where job.key = enqueue_job.key and job.locked_at is null and job.attempts >= job.max_attempts;
  perform graphile_worker.add_job(name, payload, run_at => run_at, job_key => key, max_attempts => 25);
end $$;
grant execute on function enqueue_job to sealane_tenant;
revoke execute on function enqueue_job from public;
