-- The number of live verifications with a piece in their id or in the id of their link, by kind. A kind has two rows
-- when both sources find it. `is_kept` says that the number was stored and not counted now.
create or replace function verification_search_kinds(organization uuid, in_link text, in_id text) returns table (kind smallint, n bigint, is_kept boolean)
  language plpgsql stable as $$
declare
  links constant uuid[] := case when in_link is null then '{}' else links_containing(organization, in_link) end;
begin
  if cardinality(links) > 0 then
    return query select k.kind, k.n, true from verification_kinds_of(organization, links) k;
  end if;
  if in_id is not null then
    return query select c.kind, c.n, c.is_kept from count_ids_containing(in_id, links) c;
  end if;
end $$;
