-- The runner that has begun the second try of a job inside its own process. Only such a try is to blame for the end of
-- that runner.
alter table job_deaths add column tried_here_by text;
