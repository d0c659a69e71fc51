-- What a webhook is narrowed to: agreements, links, metadata (core/webhooks/filters.ts); null for everything of its types.
alter table webhooks add column filters jsonb;
