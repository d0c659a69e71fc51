-- Addresses that failure mails go to: only after whoever reads them has confirmed, and only so often. They stay when the
-- webhooks that named them go, so that neither has to be done again, nor begins again.
create table mail_recipients (
  organization_id uuid not null references organizations (id) on delete cascade,
  id uuid not null,
  -- In lower case.
  address text not null,
  token_hash bytea,
  asked_at timestamptz,
  confirmed_at timestamptz,
  declined_at timestamptz,
  -- When it was last told of a state of a destination, by both.
  told jsonb not null default '{}',
  created_at timestamptz not null,
  primary key (organization_id, id),
  unique (organization_id, address)
);
create index mail_recipients_token on mail_recipients (token_hash);
select protect_tenant_table('mail_recipients');
