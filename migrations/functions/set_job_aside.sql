-- Sets a job aside and enqueues the notice to the operator.
create or replace function set_job_aside(id_of_job bigint, reason text) returns void
  language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  update graphile_worker._private_jobs set attempts = max_attempts, last_error = reason where id = id_of_job;
  perform graphile_worker.add_job('operator.job_set_aside', json_build_object('jobId', id_of_job), max_attempts => 25);
end $$;
revoke execute on function set_job_aside from public;
