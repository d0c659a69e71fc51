-- Which jobs ran while their process died. A job is known by what it does, not by its id: the clock makes some anew. One
-- that ended two processes is set aside: it is not tried again until somebody asks for it.
create table job_deaths (
  task text not null,
  work bytea not null,
  job_id bigint not null,
  -- The runners that died with it. A runner that was only cut off from the database takes its own out again.
  pools text[] not null,
  -- The runner that tries it in a process apart now. When that runner dies, this job is not to blame.
  tried_apart_by text,
  set_aside_at timestamptz,
  primary key (task, work)
);

-- What a job does, without the time at which the clock made it.
create function job_work(payload json) returns bytea language sql immutable
  return sha256(convert_to((payload::jsonb - '_cron')::text, 'UTF8'));

-- Sets a job aside, and has the operator told.
create function set_job_aside(id_of_job bigint, reason text) returns void
  language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  update graphile_worker._private_jobs set attempts = max_attempts, last_error = reason where id = id_of_job;
  perform graphile_worker.add_job('operator.job_set_aside', json_build_object('jobId', id_of_job), max_attempts => 25);
end $$;

-- Frees the jobs of every runner whose lock is gone, and writes down which of them may have ended it: the one that was
-- suspected already, else each that it ran. Answers those.
create function free_dead_runners(lock_space integer) returns table (job_id bigint, task text, is_set_aside boolean)
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
revoke execute on function set_job_aside, free_dead_runners from public;
