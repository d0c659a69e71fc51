-- What API keys have asked, without bodies and values of queries: the newest of each key, for a day. They are written in
-- batches, after the answers.
create table api_requests (
  organization_id uuid not null references organizations on delete cascade,
  id uuid not null,
  api_key_id uuid not null,
  method text not null,
  path text not null,
  status integer not null,
  api_version text not null,
  ip_address text,
  request_id text not null,
  occurred_at timestamptz not null,
  primary key (organization_id, id)
);
create index api_requests_of_key on api_requests (organization_id, api_key_id, id);
create index api_requests_by_age on api_requests (occurred_at);
select protect_tenant_table('api_requests');

-- How many requests each key made, by the minute. All are counted, also those of which no row is kept.
create table api_key_minutes (
  organization_id uuid not null references organizations on delete cascade,
  api_key_id uuid not null,
  minute timestamptz not null,
  requests integer not null,
  primary key (organization_id, api_key_id, minute)
);
create index api_key_minutes_by_age on api_key_minutes (minute);
select protect_tenant_table('api_key_minutes');

-- The version that the key was last served in, which its pin or the request chose.
alter table api_keys add column last_used_version text;
