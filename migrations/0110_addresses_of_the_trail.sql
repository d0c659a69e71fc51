-- A keyed hash of the address from which a row of the trail was made, to find rows by. The hash of the row does not
-- cover it. It is the only column that changes: the erasure of a person empties it.
alter table audit_events add column address_mark bytea;
grant update (address_mark) on audit_events to sealane_tenant;
create index audit_events_address on audit_events (organization_id, address_mark, occurred_at, id)
  where address_mark is not null;
create index audit_events_marked_person on audit_events (organization_id, person_id)
  where address_mark is not null and person_id is not null;
