-- A UUIDv7 with the moment of an event and a second half from a hash.
create or replace function derived_id(event uuid, digest bytea) returns uuid language sql immutable strict parallel safe as $$
  select (left(event::text, 18) || encode(set_byte(substr(digest, 1, 8), 0, get_byte(digest, 0) & 63 | 128), 'hex'))::uuid
$$;
