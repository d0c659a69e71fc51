-- Who looks at a check that waits for a decision, so that two people do not do the same work. One ends by itself.
create table review_claims (
  organization_id uuid not null references organizations on delete cascade,
  id uuid not null,
  verification_id uuid not null,
  user_id uuid not null references users on delete cascade,
  claimed_at timestamptz not null,
  ends_at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, verification_id) references verifications on delete cascade
);
create unique index review_claims_one on review_claims (organization_id, verification_id);
select protect_tenant_table('review_claims');
