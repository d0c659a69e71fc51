-- The moment inside a UUIDv7. first_id_at is the inverse.
create or replace function time_of_id(id uuid) returns timestamptz language sql immutable strict parallel safe as
  $$ select to_timestamp(('x' || lpad(left(replace(id::text, '-', ''), 12), 16, '0'))::bit(64)::bigint / 1000.0) $$;
