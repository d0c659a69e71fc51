-- The smallest UUIDv7 of a moment.
create or replace function first_id_at(moment timestamptz) returns uuid language sql immutable parallel safe as
  $$ select rpad(lpad(to_hex((extract(epoch from moment) * 1000)::bigint), 12, '0'), 32, '0')::uuid $$;
