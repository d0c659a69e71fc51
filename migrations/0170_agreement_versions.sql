-- The newest versions of an organization's agreements first.
create index agreement_versions_created on agreement_versions (organization_id, created_at desc, agreement_id desc, number desc);
