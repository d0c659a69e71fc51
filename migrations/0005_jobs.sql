-- Jobs are rows of graphile-worker. Tenants may add jobs in their own transactions, and nothing else of that schema.
create function enqueue_job(name text, payload json, run_at timestamptz, key text) returns void
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform graphile_worker.add_job(name, payload, run_at => run_at, job_key => key, max_attempts => 25);
end $$;
grant execute on function enqueue_job to sealane_tenant;

-- Who runs jobs now. A runner holds an advisory lock on its number for as long as it lives.
create sequence job_runner_numbers as integer;
create table job_runners (
  number integer primary key,
  pool_id text not null,
  started_at timestamptz not null default now()
);
