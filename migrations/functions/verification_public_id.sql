-- The public id of a verification (core/ids.ts).
create or replace function verification_public_id(id uuid) returns text language sql immutable strict parallel safe as $$
  select 'VERIFICATION-' || ('x' || lpad(left(replace(id::text, '-', ''), 12), 16, '0'))::bit(64)::bigint
    || '_' || replace(id::text, '-', '')
$$;
