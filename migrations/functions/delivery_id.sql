-- The id of the delivery of an event to a webhook: the first half of the event's id, then a hash of both
-- (core/delivery-ids.ts).
create or replace function delivery_id(event uuid, webhook uuid) returns uuid language plpgsql immutable strict parallel safe as $$
begin
  return derived_id(event, sha256(uuid_send(event) || uuid_send(webhook)));
end $$;
