-- Deletes the events and deliveries of a deleted organization, because hot and partitioned tables have no foreign keys.
create or replace function forget_organization_events() returns trigger language plpgsql as $$
begin
  delete from attempts where organization_id = old.id;
  delete from closed_deliveries where organization_id = old.id;
  delete from open_deliveries where organization_id = old.id;
  delete from event_bodies where organization_id = old.id;
  delete from events where organization_id = old.id;
  return null;
end $$;
