-- What signers said and made is sealed under their own key, and goes with it. A database of before 0.1.0 holds it in clear
-- text, and nothing here could seal it: the key is not the database's.
do $$
begin
  if exists (select from signers) or exists (select from consents) then
    raise exception 'This database was written by a build of before 0.1.0 and holds the data of signers in clear text, which this build does not keep.'
      using hint = 'Start with an empty database or another SEALANE_HOME.';
  end if;
end $$;

alter table signers
  drop column name,
  drop column email,
  drop column invited_name,
  drop column invited_email,
  drop column signature_text,
  drop column signature_image,
  add column personal bytea,
  add column mark bytea;

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

alter table field_values
  drop column value,
  add column sealed bytea not null;

alter table consents
  drop column typed_name,
  drop column ip_address,
  drop column user_agent,
  add column personal bytea;

alter table submissions drop column decline_reason;
