-- The ids of a page of all live verifications, in the order of their last change. `total` is their number.
create or replace function verification_page_by_change(organization uuid, total bigint, upward boolean, skip bigint, take bigint)
  returns uuid[] language plpgsql stable as $$
declare
  ahead bigint := skip;
  many bigint := take;
  place verification_place;
  moment timestamptz := 'infinity';
  last uuid := 'ffffffff-ffff-ffff-ffff-ffffffffffff';
  ids uuid[];
begin
  if upward then
    ahead := greatest(total - skip - take, 0);
    many := total - skip - ahead;
  end if;
  if many <= 0 then return '{}'; end if;
  if ahead > 0 then
    place := find_verification_place(organization, 1::smallint, null, ahead);
    if place.until is null then return '{}'; end if;
    moment := place.until;
    last := '00000000-0000-0000-0000-000000000000';
    if place.skip > 0 then
      select updated_at, id into moment, last from verifications
      where organization_id = organization and deleted_at is null and updated_at < place.until and updated_at >= place.since
      order by updated_at desc, id desc offset place.skip - 1 limit 1;
    end if;
  end if;
  ids := array(select id from verifications where organization_id = organization and deleted_at is null
    and (updated_at, id) < (moment, last) order by updated_at desc, id desc limit many);
  if not upward then return ids; end if;
  return array(select id from unnest(ids) with ordinality found (id, number) order by number desc);
end $$;
