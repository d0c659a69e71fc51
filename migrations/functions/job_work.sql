-- The hash of a job's payload without the time at which the schedule created the job.
create or replace function job_work(payload json) returns bytea language sql immutable
  return sha256(convert_to((payload::jsonb - '_cron')::text, 'UTF8'));
