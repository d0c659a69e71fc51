-- Lists of verifications by their last change, and by status, begin without reading all of them.
create index verifications_updated on verifications (organization_id, updated_at desc, id desc) where deleted_at is null;
create index verifications_status on verifications (organization_id, status, id desc) where deleted_at is null;
