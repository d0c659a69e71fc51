-- The ids of live verifications of some kinds (null: all), in the order of ids: after the id `behind` (null: from the
-- beginning), after `skip` rows, at most `take`. `total` is the number of such verifications. One stable function reads
-- all of it in one snapshot.
create or replace function verification_ids(organization uuid, kinds smallint[], total bigint, upward boolean, behind uuid, skip bigint, take bigint)
  returns uuid[] language plpgsql stable as $$
declare
  beyond uuid := coalesce(behind, case when upward then '00000000-0000-0000-0000-000000000000'::uuid else 'ffffffff-ffff-ffff-ffff-ffffffffffff' end);
  place verification_place;
  ahead bigint := 0;
begin
  if upward and skip > 0 then
    -- The same rows, counted from the newest.
    ahead := greatest(total - skip - take, 0);
    return array(select id from unnest(verification_ids(organization, kinds, total, false, null, ahead, total - skip - ahead))
      with ordinality ids (id, number) order by number desc);
  end if;
  if skip > 0 then
    place := find_verification_place(organization, 0::smallint, kinds, skip);
    if place.until is null then return '{}'; end if;
    beyond := first_id_at(place.until);
    if place.skip > 0 then
      select id into beyond from verifications
      where organization_id = organization and deleted_at is null and id < beyond and id >= first_id_at(place.since)
        and (kinds is null or kind + 0 = any(kinds)) order by id desc offset place.skip - 1 limit 1;
    end if;
  end if;
  if kinds is null and upward then
    return array(select id from verifications where organization_id = organization and deleted_at is null and id > beyond
      order by id limit take);
  elsif kinds is null then
    return array(select id from verifications where organization_id = organization and deleted_at is null and id < beyond
      order by id desc limit take);
  elsif upward then
    return array(select found.id from unnest(kinds) one (kind) cross join lateral (
      select id from verifications where organization_id = organization and deleted_at is null and kind = one.kind and id > beyond
      order by id limit take) found order by found.id limit take);
  else
    return array(select found.id from unnest(kinds) one (kind) cross join lateral (
      select id from verifications where organization_id = organization and deleted_at is null and kind = one.kind and id < beyond
      order by id desc limit take) found order by found.id desc limit take);
  end if;
end $$;
