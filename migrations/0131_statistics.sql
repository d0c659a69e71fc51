-- What pages of statistics and of open work count by.
create index submissions_completed on submissions (organization_id, completed_at, created_at) where completed_at is not null;
create index submissions_waiting on submissions (organization_id, created_at)
  where completed_at is null and declined_at is null and voided_at is null and expired_at is null;

-- Whether a person has to decide on what the provider found. Of a check with scans, the check itself is decided on.
alter table verifications add column awaits_review boolean not null
  generated always as (status = 'in_progress' and parent_id is null and details ? 'review') stored;
create index verifications_reviews on verifications (organization_id, last_status_at, id) where awaits_review and deleted_at is null;
