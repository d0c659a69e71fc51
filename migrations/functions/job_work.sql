-- What a job does, without the time at which the clock made it.
create or replace function job_work(payload json) returns bytea language sql immutable
  return sha256(convert_to((payload::jsonb - '_cron')::text, 'UTF8'));
