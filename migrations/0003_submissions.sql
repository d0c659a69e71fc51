-- People, what is personal of them under a key of their own, and one submission for each time an agreement is sent or opened.

create table subjects (
  organization_id uuid not null references organizations on delete cascade,
  id uuid not null,
  wrapped_key bytea,
  erased_at timestamptz,
  created_at timestamptz not null,
  primary key (organization_id, id),
  check (wrapped_key is not null or erased_at is not null)
);
select protect_tenant_table('subjects');

create table personal_data (
  organization_id uuid not null,
  subject_id uuid not null,
  kind text not null,
  ciphertext bytea not null,
  updated_at timestamptz not null,
  primary key (organization_id, subject_id, kind),
  foreign key (organization_id, subject_id) references subjects on delete cascade
);
select protect_tenant_table('personal_data');

create table submissions (
  organization_id uuid not null references organizations on delete cascade,
  id uuid not null,
  agreement_link_id uuid not null,
  agreement_id uuid not null,
  agreement_version integer not null,
  metadata jsonb not null,
  -- Who gave the metadata.
  metadata_source text not null default 'link' check (metadata_source in ('link', 'organization')),
  -- Which parameters of the link were not kept, by name and reason.
  left_out jsonb not null default '[]',
  -- A submission can be made for somebody before they open it; until then nobody has viewed it.
  viewed_at timestamptz,
  completed_at timestamptz,
  declined_at timestamptz,
  voided_at timestamptz,
  expired_at timestamptz,
  expires_at timestamptz not null,
  reminders jsonb,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  -- When everybody had acted. The sealed document follows within moments; a sweep looks for those that lack it.
  acted_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, agreement_link_id) references agreement_links,
  foreign key (organization_id, agreement_id, agreement_version) references agreement_versions
);
create index submissions_created on submissions (organization_id, created_at desc, id desc);
create index submissions_link on submissions (organization_id, agreement_link_id, created_at, id);
create index submissions_changed on submissions (organization_id, updated_at, id);
create index submissions_open on submissions (expires_at)
  where completed_at is null and declined_at is null and voided_at is null and expired_at is null;
create index submissions_completed on submissions (organization_id, completed_at, created_at) where completed_at is not null;
create index submissions_waiting on submissions (organization_id, created_at)
  where completed_at is null and declined_at is null and voided_at is null and expired_at is null;
create index submissions_metadata on submissions using gin (metadata jsonb_path_ops);
create index submissions_unsealed on submissions (acted_at)
  where acted_at is not null and completed_at is null and declined_at is null and voided_at is null and expired_at is null;
select protect_tenant_table('submissions');

-- What signers said and made is sealed under their own key, and goes with it: personal, mark, and the values of fields.
create table signers (
  organization_id uuid not null,
  id uuid not null,
  submission_id uuid not null,
  role text not null,
  position integer not null,
  kind text not null default 'signer' check (kind in ('signer', 'approver', 'copy')),
  -- Equal turns act together; a later one waits.
  turn integer not null,
  turn_came_at timestamptz,
  delivery text check (delivery in ('link', 'email')),
  subject_id uuid not null,
  may_change boolean not null default false,
  may_delegate boolean not null default false,
  personal bytea,
  -- The page that opened it, by hash, so that a second click on that page opens nothing more.
  opened_by bytea,
  viewed_at timestamptz,
  identified_at timestamptz,
  details_given_at timestamptz,
  signed_at timestamptz,
  approved_at timestamptz,
  is_awaited boolean not null generated always as (kind <> 'copy' and signed_at is null and approved_at is null) stored,
  signature_method text check (signature_method in ('typed', 'drawn')),
  mark bytea,
  shown_sha256 bytea,
  -- In which the signer was spoken to when they said who they are, and when they signed. Null before that.
  language text,
  declined_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  -- Whether they type a code that is mailed to them before they read the agreement.
  asks_code boolean not null default false,
  primary key (organization_id, id),
  unique (organization_id, submission_id, role),
  foreign key (organization_id, submission_id) references submissions on delete cascade
);
create unique index signers_opened_by on signers (organization_id, opened_by) where opened_by is not null;
select protect_tenant_table('signers');

-- What stands in the fields of somebody who has not acted yet: what the sender has filled in for them, and what they have
-- typed so far. Sealed under their key; gone once they have acted, or the submission has ended.
create table signer_entries (
  organization_id uuid not null,
  signer_id uuid not null,
  entered_by text not null check (entered_by in ('sender', 'signer')),
  sealed bytea not null,
  -- By which a browser knows what it has saved last.
  token text,
  entered_at timestamptz not null,
  primary key (organization_id, signer_id, entered_by),
  foreign key (organization_id, signer_id) references signers on delete cascade
);
select protect_tenant_table('signer_entries');

-- Files that signers send into fields. Name and bytes are sealed under their key; one for each field.
create table signer_files (
  organization_id uuid not null,
  signer_id uuid not null,
  field_key text not null,
  name bytea not null,
  content bytea not null,
  content_type text not null,
  byte_size integer not null,
  sha256 bytea not null,
  sent_at timestamptz not null,
  primary key (organization_id, signer_id, field_key),
  foreign key (organization_id, signer_id) references signers on delete cascade
);
select protect_tenant_table('signer_files');

-- By which words a signer is found: keyed hashes, which only the master key can make.
create table signer_words (
  organization_id uuid not null,
  word uuid not null,
  signer_id uuid not null,
  field text not null check (field in ('name', 'email')),
  primary key (organization_id, word, signer_id),
  foreign key (organization_id, signer_id) references signers on delete cascade
);
create index signer_words_signer on signer_words (organization_id, signer_id);
select protect_tenant_table('signer_words');

-- Who has a submission of a link that gives one address only one.
create table agreement_link_addresses (
  organization_id uuid not null,
  agreement_link_id uuid not null,
  address_mark bytea not null,
  signer_id uuid not null,
  primary key (organization_id, agreement_link_id, address_mark),
  foreign key (organization_id, signer_id) references signers on delete cascade
);
create index agreement_link_addresses_signer on agreement_link_addresses (organization_id, signer_id);
select protect_tenant_table('agreement_link_addresses');

create table field_values (
  organization_id uuid not null,
  submission_id uuid not null,
  signer_id uuid not null,
  field_key text not null,
  sealed bytea not null,
  filled_at timestamptz not null,
  primary key (organization_id, submission_id, field_key),
  foreign key (organization_id, signer_id) references signers on delete cascade
);
select protect_tenant_table('field_values');

-- How a signer gets in. An invitation is used once, by a person's act, and gives a session of one browser. A second browser
-- proves itself by a code that was mailed. Secrets are kept as hashes.
create table signer_invitations (
  organization_id uuid not null,
  id uuid not null,
  signer_id uuid not null,
  token_hash bytea not null,
  created_at timestamptz not null,
  used_at timestamptz,
  primary key (organization_id, id),
  unique (organization_id, token_hash),
  foreign key (organization_id, signer_id) references signers on delete cascade
);
create index signer_invitations_signer on signer_invitations (organization_id, signer_id);
select protect_tenant_table('signer_invitations');

create table signer_sessions (
  organization_id uuid not null,
  id uuid not null,
  signer_id uuid not null,
  token_hash bytea not null,
  fresh_until timestamptz not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (organization_id, id),
  unique (organization_id, token_hash),
  foreign key (organization_id, signer_id) references signers on delete cascade
);
create index signer_sessions_signer on signer_sessions (organization_id, signer_id);
select protect_tenant_table('signer_sessions');

create table signer_codes (
  organization_id uuid not null,
  id uuid not null,
  signer_id uuid not null,
  code_hash bytea,
  attempts integer not null default 0,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, signer_id) references signers on delete cascade
);
create index signer_codes_signer on signer_codes (organization_id, signer_id);
select protect_tenant_table('signer_codes');

-- What a signer has sent at each step, by hash: the same form again is a second click, another one is a page that is old.
create table signer_forms (
  organization_id uuid not null,
  signer_id uuid not null,
  step text not null,
  form_hash bytea not null,
  sent_at timestamptz not null,
  primary key (organization_id, signer_id, step),
  foreign key (organization_id, signer_id) references signers on delete cascade
);
select protect_tenant_table('signer_forms');

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

-- A consent that was withdrawn stays, as evidence, beside the one that is given again.
create table consents (
  organization_id uuid not null references organizations on delete cascade,
  id uuid not null,
  subject_id uuid not null,
  submission_id uuid,
  signer_id uuid,
  kind text not null,
  text_version text not null,
  text_sha256 bytea not null,
  locale text not null,
  personal bytea,
  accepted_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, signer_id) references signers on delete cascade
);
create index consents_subject on consents (organization_id, subject_id);
create index consents_newest on consents (organization_id, accepted_at, id);
create index consents_submission on consents (organization_id, submission_id);
create unique index consents_live on consents (organization_id, subject_id, kind, text_version) where withdrawn_at is null;
select protect_tenant_table('consents');

-- Finished documents are sealed under a key of their own, which is destroyed when their time is over.
create table documents (
  organization_id uuid not null,
  id uuid not null,
  submission_id uuid not null,
  kind text not null check (kind in ('completed')),
  filename text not null,
  content_type text not null,
  byte_size integer not null,
  sha256 bytea not null,
  wrapped_key bytea,
  removed_at timestamptz,
  created_at timestamptz not null,
  -- The seal: its level, the moment that its timestamp says, whose timestamp it is, and the hashes of the certificate that
  -- sealed and of the evidence within. At B-LTA, until when another timestamp must follow.
  seal_level text check (seal_level in ('B-T', 'B-LT', 'B-LTA')),
  sealed_at timestamptz,
  timestamp_authority text,
  seal_certificate_sha256 bytea,
  evidence_sha256 bytea,
  refresh_before timestamptz,
  primary key (organization_id, id),
  unique (organization_id, submission_id, kind),
  foreign key (organization_id, submission_id) references submissions on delete cascade,
  check (wrapped_key is not null or removed_at is not null)
);
create index documents_refreshed on documents (refresh_before) where refresh_before is not null and removed_at is null;
create index documents_kept on documents (created_at) where removed_at is null;
select protect_tenant_table('documents');

create table document_contents (
  organization_id uuid not null,
  document_id uuid not null,
  bytes bytea not null,
  primary key (organization_id, document_id),
  foreign key (organization_id, document_id) references documents on delete cascade
);
alter table document_contents alter column bytes set storage external;
select protect_tenant_table('document_contents');

-- What was finished stays as it was finished, whatever goes wrong in a tenant's request.
revoke update, delete on documents, document_contents from sealane_tenant;
revoke delete on submissions, signers, field_values, consents from sealane_tenant;

-- What was done to submissions, consents and people: who, when and what, each written in the transaction of its audit row. What
-- can be done once has the id of what it was done to. Rows stay; only a reason that speaks of a person is taken out when that
-- person is erased.
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

revoke delete on voidings, declines, withdrawals, erasures from sealane_tenant;

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
