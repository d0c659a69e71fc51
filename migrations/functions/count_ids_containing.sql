-- The number of verifications of the caller's organization whose ids contain a piece, by kind, except those of the
-- links `without`. The numbers are exact, because deltas are included.
create or replace function count_ids_containing(asked text, without uuid[]) returns table (kind smallint, n bigint, is_kept boolean)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  organization constant uuid := current_organization_id();
  kept constant boolean := exists (
    select from searched_pieces p where p.organization_id = organization and p.piece = asked and p.since is not null);
begin
  return query
  select m.kind, sum(m.n)::bigint, kept from (
    select c.kind, c.n from searched_piece_counts c where kept and c.organization_id = organization and c.piece = asked
    union all
    select c.kind, c.n from (select where not kept) once cross join lateral count_searched_ids(organization, asked, without) c
    union all
    select x.kind, x.n from verification_deltas d cross join lateral (values (d.kind_before, -1), (d.kind_after, 1)) x (kind, n)
    where d.organization_id = organization and x.kind is not null
      and (d.agreement_link_id is null or d.agreement_link_id <> all(without)) and id_contains(searched_id(d.verification_id), asked)) m
  group by m.kind having sum(m.n) > 0;
end $$;
revoke execute on function count_ids_containing from public;
grant execute on function count_ids_containing to sealane_tenant;
