-- Whom a link's submissions bring in besides whoever opens it (sealed, as its recipients are), for how long they can be
-- signed, and when those who wait for nothing but themselves are reminded.
alter table agreement_links drop column signers;
alter table agreement_links
  add column signers bytea,
  add column days_to_sign integer check (days_to_sign between 1 and 365),
  add column reminders jsonb;
alter table submissions add column reminders jsonb;

-- Each time that somebody was asked again.
create table reminders (
  organization_id uuid not null references organizations on delete cascade,
  id uuid not null,
  submission_id uuid not null,
  signer_id uuid not null,
  actor jsonb not null,
  reminded_at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, signer_id) references signers on delete cascade
);
create index reminders_signer on reminders (organization_id, signer_id, reminded_at);
create index reminders_reminded on reminders (organization_id, reminded_at, id);
select protect_tenant_table('reminders');
revoke update, delete on reminders from sealane_tenant;
