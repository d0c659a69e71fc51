-- Verifications, the answers of providers, and the indexes of lists.

create table verifications (
  organization_id uuid not null references organizations on delete cascade,
  id uuid not null,
  parent_id uuid,
  subject_id uuid not null,
  submission_id uuid,
  signer_id uuid,
  agreement_link_id uuid,
  type text not null check (type in ('enhanced_identity_verification', 'us_criminal_record_check', 'motor_vehicle_record', 'panel_drug')),
  subtype text check (subtype in ('single_state_county_record_check_result', 'all_state_county_record_check_result', 'ssn_id_document_reports')),
  tier text check (tier in ('request_us_criminal_record_check_tier_1', 'request_us_criminal_record_check_tier_2',
    'request_us_criminal_record_check_tier_3', 'panel 5', 'panel 7', 'panel 9', 'panel 10')),
  is_scan boolean not null default false,
  status text not null check (status in ('started', 'cancelled', 'in_progress', 'completed')),
  result text check (result in ('pending', 'verified', 'rejected')),
  sub_status text check (sub_status in ('county_level_check', 'national_level_check')),
  provider text not null,
  provider_reference text,
  -- A simulated verification checked nobody.
  is_simulated boolean not null default false,
  attempt integer not null default 1,
  revision integer not null default 0,
  latest_response jsonb not null default '{}',
  metadata jsonb not null default '{}',
  details jsonb not null default '{}',
  last_status_at timestamptz not null,
  last_synced_at timestamptz not null,
  submitted_at timestamptz,
  completed_at timestamptz,
  cancelled_at timestamptz,
  cancelled_by jsonb,
  deleted_at timestamptz,
  deleted_by jsonb,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  -- All enumerated columns as one small number.
  kind smallint not null generated always as
    (verification_kind(type, subtype, tier, is_scan, is_simulated, status, result, sub_status)) stored,
  -- Whether a person must decide about the provider's finding. For a verification with scans, the decision is about the
  -- whole.
  awaits_review boolean not null
    generated always as (status = 'in_progress' and parent_id is null and details ? 'review') stored,
  primary key (organization_id, id),
  foreign key (organization_id, subject_id) references subjects,
  foreign key (organization_id, parent_id) references verifications,
  foreign key (organization_id, submission_id) references submissions,
  foreign key (organization_id, agreement_link_id) references agreement_links,
  check ((result = 'pending') is not true or status = 'in_progress'),
  check (status <> 'in_progress' or result = 'pending'),
  check (status not in ('started', 'cancelled') or (result is null and type in ('enhanced_identity_verification', 'panel_drug'))),
  check (status <> 'completed' or result is not null or type in ('us_criminal_record_check', 'motor_vehicle_record')),
  check (sub_status is null or (type = 'us_criminal_record_check' and status = 'in_progress'))
);
-- Every order of a list begins at an index. The newest come first by id, because its first half is the time of
-- creation.
create index verifications_live on verifications (organization_id, id desc) include (kind) where deleted_at is null;
create index verifications_kind on verifications (organization_id, kind, id desc) where deleted_at is null;
create index verifications_updated on verifications (organization_id, updated_at desc, id desc) where deleted_at is null;
create index verifications_last_status on verifications (organization_id, last_status_at, id) where deleted_at is null;
create index verifications_submitted on verifications (organization_id, submitted_at, id) where deleted_at is null;
create index verifications_completed on verifications (organization_id, completed_at, id) where deleted_at is null;
create index verifications_cancelled on verifications (organization_id, cancelled_at, id) where deleted_at is null;
create index verifications_provider on verifications (organization_id, provider, id) where deleted_at is null;
create index verifications_link on verifications (organization_id, agreement_link_id, id);
create index verifications_submission on verifications (organization_id, submission_id);
create unique index verifications_provider_reference on verifications (provider, provider_reference, type, coalesce(subtype, ''));
create index verifications_parent on verifications (organization_id, parent_id) where parent_id is not null;
create index verifications_subject on verifications (organization_id, subject_id);
create index verifications_open on verifications (last_synced_at)
  where status in ('started', 'in_progress') and deleted_at is null and parent_id is null;
create index verifications_reviews on verifications (organization_id, last_status_at, id) where awaits_review and deleted_at is null;
select protect_tenant_table('verifications');
create trigger note_insert after insert on verifications for each row execute function note_verification_change();
create trigger note_delete after delete on verifications for each row execute function note_verification_change();
create trigger note_update after update on verifications for each row
  when (old.kind <> new.kind or old.updated_at <> new.updated_at or old.deleted_at is distinct from new.deleted_at
    or old.agreement_link_id is distinct from new.agreement_link_id or old.id <> new.id or old.organization_id <> new.organization_id)
  execute function note_verification_change();

-- Each member of a verification's metadata as one value (a hash of key and text), so that a filter uses an index.
-- Row-level security lets only leak-proof operators use an index. Equality of uuid is leak-proof, and containment of
-- jsonb is not.
create table verification_metadata (
  organization_id uuid not null,
  pair uuid not null,
  verification_id uuid not null,
  primary key (organization_id, pair, verification_id),
  foreign key (organization_id, verification_id) references verifications on delete cascade
);
create index verification_metadata_verification on verification_metadata (organization_id, verification_id);
select protect_tenant_table('verification_metadata');

-- Every answer of a provider with news, in the order of arrival. Rows never change.
create table verification_revisions (
  organization_id uuid not null,
  verification_id uuid not null,
  attempt integer not null,
  revision integer not null,
  provider_status text not null,
  result text,
  payload_sha256 bytea not null,
  received_at timestamptz not null,
  primary key (organization_id, verification_id, attempt, revision),
  foreign key (organization_id, verification_id) references verifications on delete cascade
);
select protect_tenant_table('verification_revisions');
revoke update on verification_revisions from sealane_tenant;

-- Totals and deep pages of verifications use stored counts. A change of a live row appends one delta in its own
-- transaction, so that no row is hot. One process at a time adds deltas up (roll_up_verifications). A reader adds the
-- remaining deltas to the counts in one snapshot, so that its numbers are always exact.

create table verification_deltas (
  -- Changes of one row wait for each other, so their numbers have the order of their commits.
  seq bigint generated always as identity primary key,
  organization_id uuid not null,
  verification_id uuid not null,
  agreement_link_id uuid,
  -- The counted values of the row before and after the change. Null when the row did not or does not count.
  kind_before smallint,
  kind_after smallint,
  updated_before timestamptz,
  updated_after timestamptz
) with (autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_cost_delay = 0);
create index verification_deltas_organization on verification_deltas (organization_id);

create table verification_counts (
  organization_id uuid not null,
  kind smallint not null,
  n bigint not null,
  primary key (organization_id, kind)
) with (fillfactor = 50);

create table verification_link_counts (
  organization_id uuid not null,
  agreement_link_id uuid not null,
  kind smallint not null,
  n bigint not null,
  primary key (organization_id, agreement_link_id, kind)
) with (fillfactor = 80);

-- The number of rows in a month (level 0), a day (1) and an hour (2) of UTC, by creation (along 0) or last change (1).
-- Kind -1 counts all kinds.
create table verification_stretches (
  organization_id uuid not null,
  along smallint not null,
  kind smallint not null,
  level smallint not null,
  since timestamptz not null,
  n bigint not null,
  primary key (organization_id, along, kind, level, since)
) with (fillfactor = 80);

do $$
declare
  target text;
begin
  foreach target in array array['verification_deltas', 'verification_counts', 'verification_link_counts', 'verification_stretches'] loop
    execute format('alter table %I enable row level security', target);
    execute format('create policy tenant on %I to sealane_tenant using (organization_id = (select current_organization_id()))', target);
    execute format('grant select on %I to sealane_tenant', target);
  end loop;
end $$;

-- Searches for pieces of ids. Row-level security keeps a tenant from using a trigram index, because LIKE may leak the
-- compared values. Some functions therefore run as the owner and filter by the caller's organization themselves.

do $$
begin
  create extension if not exists pg_trgm;
exception
  when undefined_file then
    raise exception 'This PostgreSQL lacks the extension pg_trgm.'
      using hint = 'Install the contrib package of your PostgreSQL, such as postgresql-contrib.';
  when insufficient_privilege then
    raise exception 'The database user % may not create the extension pg_trgm.', current_user
      using hint = 'Ask an administrator to run in this database: CREATE EXTENSION pg_trgm;';
end $$;

-- One row for each live verification that roll_up_verifications has seen. The trigram index does not contain the
-- organization, because each search would then read the list of all its ids.
create table searched_ids (
  organization_id uuid not null,
  id uuid not null,
  kind smallint not null,
  agreement_link_id uuid,
  words text not null,
  primary key (organization_id, id)
) with (fillfactor = 90);
alter table searched_ids enable row level security;
create index searched_ids_words on searched_ids using gin (words gin_trgm_ops);

-- Pieces with stored counts, because they match many ids. `since` is null until they are counted. Rows of links that
-- contain the piece do not count here, because they count with their links.
create table searched_pieces (
  organization_id uuid not null,
  piece text not null,
  wanted_at timestamptz not null,
  since timestamptz,
  primary key (organization_id, piece)
);
alter table searched_pieces enable row level security;
create table searched_piece_counts (
  organization_id uuid not null,
  piece text not null,
  kind smallint not null,
  n bigint not null,
  primary key (organization_id, piece, kind)
);
alter table searched_piece_counts enable row level security;

-- Actions of people on verifications, stored like the actions on submissions.
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
  -- The time at which a newer report of the provider replaced the decision.
  superseded_at timestamptz,
  primary key (organization_id, id)
);
create index decisions_decided on decisions (organization_id, decided_at, id);
create index decisions_verification on decisions (organization_id, verification_id);
select protect_tenant_table('decisions');

revoke delete on cancellations, decisions from sealane_tenant;

-- The claim of a person on a verification that waits for a decision, so that two people do not do the same work. A
-- claim ends by itself.
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
