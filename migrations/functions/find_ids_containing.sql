-- The ids of the caller's live verifications of some kinds that contain a piece, in the order of ids, after one id, at
-- most `most`. A piece in a million ids makes a large bitmap. A bitmap larger than work_mem keeps pages instead of
-- rows, and every row of these pages is compared.
create or replace function find_ids_containing(asked text, kinds smallint[], upward boolean, behind uuid, most bigint) returns setof uuid
  language plpgsql stable rows 50 security definer set search_path = public, pg_temp set enable_seqscan = off set work_mem = '64MB' as $$
declare
  organization constant uuid := current_organization_id();
begin
  return query execute format('with found as materialized (
      select id from searched_ids where organization_id = %1$L and %2$s
      union select verification_id from verification_deltas where organization_id = %1$L and id_contains(searched_id(verification_id), %3$L)
    ) select f.id from (select id from found where id %4$s %5$L order by id %6$s) f
    cross join lateral (select from verifications v
      where v.organization_id = %1$L and v.id = f.id and v.deleted_at is null and v.kind = any(%7$L) offset 0) v
    order by f.id %6$s limit %8$L', organization, condition_of_piece(asked), asked, case when upward then '>' else '<' end, behind,
    case when upward then 'asc' else 'desc' end, kinds, most);
end $$;
revoke execute on function find_ids_containing from public;
grant execute on function find_ids_containing to sealane_tenant;
