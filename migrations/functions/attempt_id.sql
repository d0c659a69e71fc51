-- The id of one attempt of a delivery: the first half of the event's id, then a hash of event, webhook and number
-- (core/delivery-ids.ts).
create or replace function attempt_id(event uuid, webhook uuid, number integer) returns uuid language plpgsql immutable strict parallel safe as $$
begin
  return derived_id(event, sha256(uuid_send(event) || uuid_send(webhook) || int4send(number)));
end $$;
