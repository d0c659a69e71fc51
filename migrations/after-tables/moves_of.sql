-- The rows that deltas take away (-1) and add (1).
create or replace function moves_of(deltas verification_deltas[]) returns table (seq bigint, organization_id uuid, verification_id uuid,
  agreement_link_id uuid, kind smallint, updated_at timestamptz, n integer) language sql immutable parallel safe as $$
  select d.seq, d.organization_id, d.verification_id, d.agreement_link_id, m.kind, m.updated_at, m.n
  from unnest(deltas) d cross join lateral (values
    (d.kind_before, d.updated_before, -1), (d.kind_after, d.updated_after, 1)) m (kind, updated_at, n)
  where m.kind is not null
$$;
