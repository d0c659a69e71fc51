-- Receivers ask for the public keys of a webhook by its id alone.
create index webhooks_id on webhooks (id);
