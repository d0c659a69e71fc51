-- Counts the requested pieces while no deltas are added up. Deletes old pieces, and the oldest beyond a hundred of an
-- organization. Returns the number of counted pieces, and -1 while another process adds deltas up.
create or replace function keep_searched_pieces() returns integer language plpgsql as $$
declare
  wanted record;
  kept integer := 0;
begin
  if not exists (select from searched_pieces where since is null or since < now() - interval '30 days') then return 0; end if;
  if not pg_try_advisory_xact_lock(7325269, 1) then return -1; end if;
  for wanted in select organization_id, piece from searched_pieces where since is null order by wanted_at limit 5 loop
    insert into searched_piece_counts (organization_id, piece, kind, n)
    select wanted.organization_id, wanted.piece, c.kind, c.n
    from count_searched_ids(wanted.organization_id, wanted.piece, links_containing(wanted.organization_id, ltrim(wanted.piece, '^'))) c;
    update searched_pieces set since = now() where organization_id = wanted.organization_id and piece = wanted.piece;
    kept := kept + 1;
  end loop;
  with old as (
    delete from searched_pieces p where since < now() - interval '30 days' or exists (
      select from searched_pieces later where later.organization_id = p.organization_id and later.wanted_at > p.wanted_at offset 100)
    returning organization_id, piece)
  delete from searched_piece_counts c using old where c.organization_id = old.organization_id and c.piece = old.piece;
  return kept;
end $$;
revoke execute on function keep_searched_pieces from public;
