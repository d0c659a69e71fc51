-- The ids of a page of live verifications, in the order of ids. A verification matches by a kind in `worded`, or by a
-- kind in `others` and a piece in its id or in the id of its link. `total` of `everything` match. If many match, the
-- rows are walked. If few match, each source gives its first matches.
create or replace function verification_search_page(organization uuid, worded smallint[], others smallint[], everything bigint, total bigint,
  in_link text, in_id text, upward boolean, behind uuid, skip bigint, take bigint) returns uuid[] language plpgsql stable as $$
declare
  links constant uuid[] := case when in_link is null then '{}' else links_containing(organization, in_link) end;
  need constant bigint := skip + take;
  beyond constant uuid := coalesce(behind, case when upward then '00000000-0000-0000-0000-000000000000'::uuid else 'ffffffff-ffff-ffff-ffff-ffffffffffff' end);
  span bigint := 4 * need * everything / greatest(total, 1) + 500;
  is_end boolean;
  ids uuid[];
begin
  if total = 0 or skip >= total then return '{}'; end if;
  if others is null or total = everything or (cardinality(links) = 0 and in_id is null) then
    return verification_ids(organization, case when total < everything then worded end, total, upward, behind, skip, take);
  end if;
  if span <= 20000 + 4 * need then
    if upward then
      ids := array(select id from (
        select id, kind + 0 = any(worded) or (kind + 0 = any(others) and (agreement_link_id = any(links) or id_contains(searched_id(id), in_id))) as is_found
        from verifications where organization_id = organization and deleted_at is null and id > beyond order by id limit span) walked
        where is_found order by id limit need);
      is_end := cardinality(ids) < need and not exists (select from verifications
        where organization_id = organization and deleted_at is null and id > beyond order by id offset span limit 1);
    else
      ids := array(select id from (
        select id, kind + 0 = any(worded) or (kind + 0 = any(others) and (agreement_link_id = any(links) or id_contains(searched_id(id), in_id))) as is_found
        from verifications where organization_id = organization and deleted_at is null and id < beyond order by id desc limit span) walked
        where is_found order by id desc limit need);
      is_end := cardinality(ids) < need and not exists (select from verifications
        where organization_id = organization and deleted_at is null and id < beyond order by id desc offset span limit 1);
    end if;
    if is_end or cardinality(ids) = need then return coalesce(ids[skip + 1:need], '{}'); end if;
  end if;
  ids := array(
    select id from unnest(verification_ids(organization, worded, total, upward, behind, 0, need)) id where cardinality(worded) > 0
    union
    select v.id from unnest(links) one (link) cross join lateral (
      select id from verifications where organization_id = organization and deleted_at is null and agreement_link_id = one.link
        and kind + 0 = any(others) and not upward and id < beyond order by id desc limit need) v
    union
    select v.id from unnest(links) one (link) cross join lateral (
      select id from verifications where organization_id = organization and deleted_at is null and agreement_link_id = one.link
        and kind + 0 = any(others) and upward and id > beyond order by id limit need) v
    union
    select id from find_ids_containing(in_id, others, upward, beyond, need) id where in_id is not null);
  if upward then return array(select id from unnest(ids) id order by id offset skip limit take); end if;
  return array(select id from unnest(ids) id order by id desc offset skip limit take);
end $$;
