-- Requests stored counts for a piece whose count took long.
create or replace function want_searched_piece(asked text) returns void language sql security definer set search_path = public, pg_temp as $$
  insert into searched_pieces (organization_id, piece, wanted_at)
  select current_organization_id(), asked, now() where current_organization_id() is not null on conflict do nothing
$$;
revoke execute on function want_searched_piece from public;
grant execute on function want_searched_piece to sealane_tenant;
