-- The newest of every list that grows without end are found by an index.
create index audit_events_newest on audit_events (organization_id, occurred_at, id);
create index consents_newest on consents (organization_id, accepted_at, id);
create index submissions_changed on submissions (organization_id, updated_at, id);
drop index submissions_link;
create index submissions_link on submissions (organization_id, agreement_link_id, created_at, id);
