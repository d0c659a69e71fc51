-- Which metadata the signers of an agreement see; null is what their link's address says. And who gave a submission its metadata.

alter table agreement_versions add column shown_metadata text[];
alter table submissions add column metadata_source text not null default 'link' check (metadata_source in ('link', 'organization'));
update submissions set metadata_source = 'organization' where exists (
  select from signers join signer_invitations invitation
    on invitation.organization_id = signers.organization_id and invitation.signer_id = signers.id
  where signers.organization_id = submissions.organization_id and signers.submission_id = submissions.id
);
