-- People, their personal data under their own key, and submissions: one for each time an agreement is sent or opened.

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
  -- The source of the metadata.
  metadata_source text not null default 'link' check (metadata_source in ('link', 'organization')),
  -- The parameters of the link that were not kept, with name and reason.
  left_out jsonb not null default '[]',
  -- Null until a person opens the submission. A submission can be made before that.
  viewed_at timestamptz,
  completed_at timestamptz,
  declined_at timestamptz,
  voided_at timestamptz,
  expired_at timestamptz,
  expires_at timestamptz not null,
  reminders jsonb,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  -- The time of the last required act. The sealed document follows within moments, and a sweep finds submissions
  -- without one.
  acted_at timestamptz,
  -- The last time that the hashes of finished pages were written into the trail.
  prepared_at timestamptz,
  -- The first time that the document was refused because the trail had been tampered with.
  refused_at timestamptz,
  -- Why the last try to seal the document failed. Null while none has, and once it is sealed.
  seal_reason text,
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

-- The personal data of signers (personal, mark, field values) is sealed under their own key and is destroyed with it.
create table signers (
  organization_id uuid not null,
  id uuid not null,
  submission_id uuid not null,
  role text not null,
  position integer not null,
  kind text not null default 'signer' check (kind in ('signer', 'approver', 'copy')),
  -- Signers of the same turn act in parallel. A later turn waits.
  turn integer not null,
  turn_came_at timestamptz,
  delivery text check (delivery in ('link', 'email')),
  subject_id uuid not null,
  may_change boolean not null default false,
  may_delegate boolean not null default false,
  personal bytea,
  -- The hash of the page that opened the submission, so that a second click on that page opens nothing.
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
  -- The language of the pages at the identification, then at the signature. Null before the identification.
  language text,
  declined_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  -- Whether the signer must type a mailed code before reading the agreement.
  asks_code boolean not null default false,
  primary key (organization_id, id),
  unique (organization_id, submission_id, role),
  foreign key (organization_id, submission_id) references submissions on delete cascade
);
create unique index signers_opened_by on signers (organization_id, opened_by) where opened_by is not null;
select protect_tenant_table('signers');

-- The field entries of a signer who has not acted: values from the sender, and values that the signer has typed. They
-- are sealed under the signer's key and deleted when the signer has acted or the submission has ended.
create table signer_entries (
  organization_id uuid not null,
  signer_id uuid not null,
  entered_by text not null check (entered_by in ('sender', 'signer')),
  sealed bytea not null,
  -- A browser compares this token to know its last save.
  token text,
  entered_at timestamptz not null,
  primary key (organization_id, signer_id, entered_by),
  foreign key (organization_id, signer_id) references signers on delete cascade
);
select protect_tenant_table('signer_entries');

-- Files that signers send into fields, one for each field. Name and bytes are sealed under the signer's key.
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

-- The search words of signers, as keyed hashes that only the master key can make.
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

-- The addresses that have a submission of a link with one submission per address.
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

-- The access of a signer. An invitation works once, by an act of a person, and gives a session to one browser. A second
-- browser needs a mailed code. Secrets are stored as hashes.
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

-- The hash of the form that a signer sent at each step. The same form again is a second click. Another form comes from
-- an outdated page.
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

-- Each reminder of a signer.
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

-- A withdrawn consent stays as evidence beside a new one.
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

-- Finished documents. Each is sealed under its own key, which is destroyed at the end of the retention.
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
  -- The seal: its level, the time and the authority of its timestamp, and the hashes of the sealing certificate and of
  -- the embedded evidence. At B-LTA also the time before which another timestamp must follow.
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

-- A tenant's request cannot change finished things, whatever goes wrong in it.
revoke update, delete on documents, document_contents from sealane_tenant;
revoke delete on submissions, signers, field_values, consents from sealane_tenant;

-- Actions on submissions, consents and people: actor, time and subject. Each row is written in the transaction of its
-- audit row. An action that is possible once has the id of its subject. Rows stay, but a reason that names a person is
-- removed when the person is erased.
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

-- The reason of a decline is sealed under the signer's own key, in signers.personal.
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

-- Bulk sends: one link is sent to the people of a file. The content of a row is sealed until its submission is made,
-- and is then deleted.
create table bulk_sends (
  organization_id uuid not null references organizations on delete cascade,
  id uuid not null,
  agreement_link_id uuid not null,
  delivery text not null check (delivery in ('email', 'link')),
  file_name text,
  -- A keyed hash of the content of the file. Different spellings of the same content have the same hash.
  file_mark bytea not null,
  -- The meaning of each column of the file, in order.
  columns jsonb not null,
  total integer not null,
  made integer not null default 0,
  state text not null default 'running' check (state in ('running', 'stopped', 'done')),
  -- The reason why it stopped by itself.
  trouble jsonb,
  actor jsonb not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  ended_at timestamptz,
  -- Until this time the bulk send can continue, and its result file has the ways in.
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
  -- The line of the file on which the row begins.
  line integer not null,
  sealed bytea,
  submission_id uuid,
  -- The sealed ways in of the row, if the result file needs them.
  ways_in bytea,
  primary key (organization_id, bulk_send_id, line),
  foreign key (organization_id, bulk_send_id) references bulk_sends on delete cascade,
  check (submission_id is null or sealed is null)
);
create index bulk_send_rows_waiting on bulk_send_rows (organization_id, bulk_send_id, line) where sealed is not null;
create index bulk_send_rows_submission on bulk_send_rows (organization_id, submission_id) where submission_id is not null;
select protect_tenant_table('bulk_send_rows');
