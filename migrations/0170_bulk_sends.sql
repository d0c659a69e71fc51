-- Sending one link to the people of a file. What a row says is sealed until its submission is made, and is then taken out.
create table bulk_sends (
  organization_id uuid not null references organizations on delete cascade,
  id uuid not null,
  agreement_link_id uuid not null,
  delivery text not null check (delivery in ('email', 'link')),
  file_name text,
  -- A keyed hash of what the file says, however it is written.
  file_mark bytea not null,
  -- What each column of the file becomes, in their order.
  columns jsonb not null,
  total integer not null,
  made integer not null default 0,
  state text not null default 'running' check (state in ('running', 'stopped', 'done')),
  -- Why it stopped by itself.
  trouble jsonb,
  actor jsonb not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  ended_at timestamptz,
  -- Until then it can go on, and its result file has the ways in.
  kept_until timestamptz,
  emptied_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, agreement_link_id) references agreement_links on delete cascade,
  check (made between 0 and total)
);
create unique index bulk_sends_file on bulk_sends (organization_id, agreement_link_id, file_mark);
create index bulk_sends_created on bulk_sends (organization_id, created_at, id);
create index bulk_sends_kept on bulk_sends (kept_until) where emptied_at is null;
select protect_tenant_table('bulk_sends');

create table bulk_send_rows (
  organization_id uuid not null,
  bulk_send_id uuid not null,
  -- The line of the file that it begins on.
  line integer not null,
  sealed bytea,
  submission_id uuid,
  -- The ways in that were made, for a result file that has them.
  ways_in bytea,
  primary key (organization_id, bulk_send_id, line),
  foreign key (organization_id, bulk_send_id) references bulk_sends on delete cascade,
  check (submission_id is null or sealed is null)
);
create index bulk_send_rows_waiting on bulk_send_rows (organization_id, bulk_send_id, line) where sealed is not null;
create index bulk_send_rows_submission on bulk_send_rows (organization_id, submission_id) where submission_id is not null;
select protect_tenant_table('bulk_send_rows');
