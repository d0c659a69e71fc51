-- Sets a suspect aside. Enqueues the notice to the operator, unless the job was set aside before and only a sweep has
-- tried it again since.
create or replace function set_job_aside(id_of_job bigint, reason text) returns void
  language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  death job_deaths;
begin
  select known.* into death
  from job_deaths known
    join graphile_worker._private_jobs job on job.id = id_of_job and job_work(job.payload) = known.work
    join graphile_worker._private_tasks task on task.id = job.task_id and task.identifier = known.task
  for update of known;
  update graphile_worker._private_jobs set attempts = max_attempts, last_error = reason where id = id_of_job;
  update job_deaths set job_id = id_of_job, set_aside_at = now(), tried_here_by = null, tried_apart_by = null
  where task = death.task and work = death.work;
  if death.set_aside_at is null then
    perform graphile_worker.add_job('operator.job_set_aside', json_build_object('jobId', id_of_job), max_attempts => 25);
  end if;
end $$;
revoke execute on function set_job_aside from public;
