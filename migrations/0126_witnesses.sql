-- The newest head that enough witnesses have signed.
alter table evidence_logs
  add column witnessed_size bigint not null default 0,
  add column witnessed_checkpoint text;

-- Up to where each witness knows a log, and why it refuses heads of it: it has seen a larger tree, or another one.
create table evidence_witnesses (
  organization_id uuid not null references evidence_logs on delete cascade,
  witness text not null,
  size bigint not null,
  refusal text check (refusal in ('larger', 'other')),
  asked_at timestamptz not null,
  primary key (organization_id, witness)
);
select protect_tenant_table('evidence_witnesses');
revoke insert, update, delete on evidence_witnesses from sealane_tenant;

-- Since when documents wait for witnesses; null without.
alter table evidence_cursor add column witnessed_from timestamptz;
