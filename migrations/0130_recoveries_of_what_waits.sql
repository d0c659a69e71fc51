-- A recovery sends again what a webhook missed, or sends at once what waits for its next attempt.
alter table webhook_recoveries add column scope text not null default 'missed' check (scope in ('missed', 'waiting'));
