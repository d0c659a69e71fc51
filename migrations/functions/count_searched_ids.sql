-- The number of searched ids that contain a piece, by kind, except those of the links `without`. The query is built as
-- text, so that the planner knows the piece. A piece in a million ids makes a large bitmap. A bitmap larger than
-- work_mem keeps pages instead of rows, and every row of these pages is compared.
create or replace function count_searched_ids(organization uuid, piece text, without uuid[]) returns table (kind smallint, n bigint)
  language plpgsql stable set enable_seqscan = off set work_mem = '64MB' as $$
begin
  return query execute format('select kind, count(*) from searched_ids where organization_id = %L and %s
    and (agreement_link_id is null or agreement_link_id <> all(%L::uuid[])) group by kind', organization, condition_of_piece(piece), without);
end $$;
revoke execute on function count_searched_ids from public;
