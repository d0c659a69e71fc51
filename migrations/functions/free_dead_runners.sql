-- Frees the jobs of every runner whose lock is gone. Records which of them may have ended the runner: the suspect whose
-- second try it had begun in its own process, otherwise each job that was no suspect yet. A suspect that waited, or that
-- ran in a separate process, did not end the runner. Returns the recorded jobs.
create or replace function free_dead_runners(lock_space integer) returns table (job_id bigint, task text, is_set_aside boolean)
  language plpgsql set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
declare
  dead text[];
  one record;
begin
  with gone as (
    delete from job_runners runner
    where not exists (
      select from pg_locks held
      where held.locktype = 'advisory' and held.objsubid = 2 and held.granted
        and held.database = (select oid from pg_database where datname = current_database())
        and held.classid = lock_space::bigint::oid and held.objid = runner.number::bigint::oid)
    returning pool_id)
  select array_agg(pool_id) into dead from gone;
  if dead is null then return; end if;

  -- A death costs an attempt only the suspect that was being tried, which then waits behind the others.
  update graphile_worker._private_jobs job set
    attempts = case when tried.begun or job.attempts = job.max_attempts then job.attempts else job.attempts - 1 end,
    run_at = case when tried.begun then greatest(job.run_at, now()) else job.run_at end
  from (
    select held.id, coalesce(held.locked_by in (death.tried_here_by, death.tried_apart_by), false) as begun
    from graphile_worker._private_jobs held
      join graphile_worker._private_tasks known on known.id = held.task_id
      left join job_deaths death on death.task = known.identifier and death.work = job_work(held.payload)
    where held.locked_by = any(dead)) tried
  where job.id = tried.id;

  for one in
    with ran as (
      select job.id, known.identifier as task, job_work(job.payload) as work, job.locked_by as pool,
        death.task is not null as is_suspect, coalesce(death.tried_here_by = job.locked_by, false) as is_tried_here
      from graphile_worker._private_jobs job
        join graphile_worker._private_tasks known on known.id = job.task_id
        left join job_deaths death on death.task = known.identifier and death.work = job_work(job.payload)
      where job.locked_by = any(dead))
    insert into job_deaths as death (task, work, job_id, pools)
      select distinct on (ran.task, ran.work) ran.task, ran.work, ran.id, array[ran.pool]
      from ran
      where ran.is_tried_here or not ran.is_suspect and not exists (
        select from ran other where other.pool = ran.pool and other.is_tried_here)
    on conflict (task, work) do update set
      job_id = excluded.job_id, pools = death.pools || excluded.pools, tried_here_by = null, tried_apart_by = null
    returning death.job_id, death.task, cardinality(death.pools) > 1 as is_set_aside
  loop
    if one.is_set_aside then perform set_job_aside(one.job_id, 'Its process ended twice while it ran.'); end if;
    return query select one.job_id, one.task, one.is_set_aside;
  end loop;
  perform graphile_worker.force_unlock_workers(dead);
end $$;
revoke execute on function free_dead_runners from public;
