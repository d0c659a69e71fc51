-- Frees the jobs of every runner whose lock is gone. Records which of them may have ended the runner: the one that was
-- suspected already, otherwise each job that it ran. Returns the recorded jobs.
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

  for one in
    with ran as (
      select job.id, known.identifier as task, job_work(job.payload) as work, job.locked_by as pool,
        death.task is not null as is_suspect, coalesce(death.tried_apart_by = job.locked_by, false) as is_apart
      from graphile_worker._private_jobs job
        join graphile_worker._private_tasks known on known.id = job.task_id
        left join job_deaths death on death.task = known.identifier and death.work = job_work(job.payload)
      where job.locked_by = any(dead))
    insert into job_deaths as death (task, work, job_id, pools)
      select distinct on (ran.task, ran.work) ran.task, ran.work, ran.id, array[ran.pool]
      from ran
      where not ran.is_apart and (ran.is_suspect or not exists (
        select from ran other where other.pool = ran.pool and other.is_suspect and not other.is_apart))
    on conflict (task, work) do update set
      job_id = excluded.job_id, pools = death.pools || excluded.pools, tried_apart_by = null,
      set_aside_at = case when cardinality(death.pools) > 0 then now() end
    returning death.job_id, death.task, death.set_aside_at is not null as is_set_aside
  loop
    if one.is_set_aside then perform set_job_aside(one.job_id, 'Its process ended twice while it ran.'); end if;
    return query select one.job_id, one.task, one.is_set_aside;
  end loop;
  perform graphile_worker.force_unlock_workers(dead);
end $$;
revoke execute on function free_dead_runners from public;
