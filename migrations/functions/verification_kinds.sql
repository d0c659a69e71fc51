-- The kinds of the live verifications of an organization, with the number of each. The numbers are exact, because
-- deltas are included.
create or replace function verification_kinds(organization uuid) returns table (kind smallint, n bigint, type text, subtype text, tier text,
  is_scan boolean, is_simulated boolean, status text, result text, sub_status text) language sql stable parallel safe as $$
  select k.kind, k.n, w.* from (
    select kind, sum(n)::bigint as n from (
      select c.kind, c.n from verification_counts c where c.organization_id = organization
      union all
      select m.kind, m.n from verification_deltas d cross join lateral (values (d.kind_before, -1), (d.kind_after, 1)) m (kind, n)
      where d.organization_id = organization and m.kind is not null) counted
    group by kind having sum(n) > 0) k cross join lateral words_of_verification_kind(k.kind) w
$$;
