-- How many searched ids contain a piece, by kind, without those of some links. Built as text, so that the piece is known
-- when the plan is made.
-- A piece that a million ids hold makes a large bitmap; one that does not fit its memory forgets which rows of a page they
-- are, and all of them are compared.
create or replace function count_searched_ids(organization uuid, piece text, without uuid[]) returns table (kind smallint, n bigint)
  language plpgsql stable set enable_seqscan = off set work_mem = '64MB' as $$
begin
  return query execute format('select kind, count(*) from searched_ids where organization_id = %L and %s
    and (agreement_link_id is null or agreement_link_id <> all(%L::uuid[])) group by kind', organization, condition_of_piece(piece), without);
end $$;
revoke execute on function count_searched_ids from public;
