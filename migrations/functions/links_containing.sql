create or replace function links_containing(organization uuid, piece text) returns uuid[] language sql stable parallel safe as $$
  select array(select id from agreement_links where organization_id = organization and position(piece in search_id) > 0)
$$;
