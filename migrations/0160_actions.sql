-- What was done to submissions, consents, verifications and people: who, when and what, each written in the transaction of
-- its audit row. What can be done once has the id of what it was done to. Rows stay; only a reason that speaks of a person
-- is taken out when that person is erased.

create table voidings (
  organization_id uuid not null references organizations on delete cascade,
  id uuid not null,
  submission_id uuid not null,
  actor jsonb not null,
  reason text,
  voided_at timestamptz not null,
  primary key (organization_id, id)
);
create index voidings_voided on voidings (organization_id, voided_at, id);
select protect_tenant_table('voidings');

-- Why a signer declined is sealed under the signer's own key, in signers.personal.
create table declines (
  organization_id uuid not null references organizations on delete cascade,
  id uuid not null,
  submission_id uuid not null,
  signer_id uuid not null,
  actor jsonb not null,
  declined_at timestamptz not null,
  primary key (organization_id, id)
);
create index declines_declined on declines (organization_id, declined_at, id);
select protect_tenant_table('declines');

create table withdrawals (
  organization_id uuid not null references organizations on delete cascade,
  id uuid not null,
  consent_id uuid not null,
  actor jsonb not null,
  withdrawn_at timestamptz not null,
  primary key (organization_id, id)
);
create index withdrawals_withdrawn on withdrawals (organization_id, withdrawn_at, id);
select protect_tenant_table('withdrawals');

create table cancellations (
  organization_id uuid not null references organizations on delete cascade,
  id uuid not null,
  verification_id uuid not null,
  actor jsonb not null,
  reason text,
  reason_code text,
  cancelled_at timestamptz not null,
  primary key (organization_id, id)
);
create index cancellations_cancelled on cancellations (organization_id, cancelled_at, id);
select protect_tenant_table('cancellations');

create table decisions (
  organization_id uuid not null references organizations on delete cascade,
  id uuid not null,
  verification_id uuid not null,
  actor jsonb not null,
  result text not null check (result in ('verified', 'rejected')),
  reason text,
  decided_at timestamptz not null,
  -- When a newer report of the provider took it away.
  superseded_at timestamptz,
  primary key (organization_id, id)
);
create index decisions_decided on decisions (organization_id, decided_at, id);
create index decisions_verification on decisions (organization_id, verification_id);
select protect_tenant_table('decisions');

create table erasures (
  organization_id uuid not null references organizations on delete cascade,
  id uuid not null,
  subject_id uuid not null,
  actor jsonb not null,
  erased_at timestamptz not null,
  primary key (organization_id, id)
);
create index erasures_erased on erasures (organization_id, erased_at, id);
select protect_tenant_table('erasures');

revoke delete on voidings, declines, withdrawals, cancellations, decisions, erasures from sealane_tenant;

-- Who it was stands in the trail, for those of before.
create function pg_temp.actor_of(organization uuid, what text, subject uuid) returns jsonb language sql as $$
  select coalesce((
    select jsonb_strip_nulls(jsonb_build_object('kind', a.actor->'kind', 'id', a.actor->'id')) from audit_events a
    where a.organization_id = organization and a.subject_id = subject and a.action = what
    order by a.occurred_at desc limit 1), '{"kind": "system"}')
$$;

insert into voidings
select organization_id, id, id, pg_temp.actor_of(organization_id, 'submission.voided', id), void_reason, voided_at
from submissions where voided_at is not null;
insert into declines
select d.organization_id, d.id, d.id, s.id, jsonb_build_object('kind', 'signer', 'id', s.id), d.declined_at
from submissions d cross join lateral (
  select s.id from signers s where s.organization_id = d.organization_id and s.submission_id = d.id and s.declined_at is not null limit 1) s
where d.declined_at is not null;
insert into withdrawals
select organization_id, id, id, pg_temp.actor_of(organization_id, 'consent.withdrawn', id), withdrawn_at
from consents where withdrawn_at is not null;
insert into cancellations
select organization_id, id, id, coalesce(cancelled_by, '{"kind": "system"}'), details->>'reason', details->'reason_codes'->>0, cancelled_at
from verifications where cancelled_at is not null;
insert into decisions
select organization_id, id, id, coalesce(details->'review'->'by', '{"kind": "system"}'), result, details->'review'->>'reason',
  (details->'review'->>'at')::timestamptz
from verifications where parent_id is null and details->'review'->>'state' = 'decided' and result in ('verified', 'rejected');
insert into erasures
select organization_id, id, id, pg_temp.actor_of(organization_id, 'subject.erased', id), erased_at
from subjects where erased_at is not null;

alter table submissions drop column voided_by;
