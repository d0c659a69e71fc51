-- A recovery sends again what a webhook missed, or sends at once what waits for its next attempt.
alter table webhook_recoveries add column scope text not null default 'missed' check (scope in ('missed', 'waiting'));

-- Submissions are found by members of their metadata.
create index submissions_metadata on submissions using gin (metadata jsonb_path_ops);
