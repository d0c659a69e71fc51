-- When each state of a webhook's health was last told, so that turning the webhook off and on tells nobody again at once.
alter table webhook_lanes add column told jsonb not null default '{}';
