-- The ids of a page. The arguments are kinds, the number of rows of each, and the group of each. Groups follow one
-- another, and the rows of a group are in the order of ids. From the group `bounded` only rows after the id `behind`
-- are taken. `is_all` says that no kind is left out.
create or replace function verification_page(organization uuid, kinds smallint[], counts bigint[], groups bigint[], is_all boolean,
  bounded bigint, behind uuid, upward boolean, skip bigint, take bigint) returns uuid[] language plpgsql stable as $$
declare
  ids uuid[] := '{}';
  ahead bigint := skip;
  part record;
begin
  for part in
    select grp, array_agg(kind) as kinds, sum(n)::bigint as n from unnest(kinds, counts, groups) k (kind, n, grp) group by grp order by grp
  loop
    if ahead >= part.n then
      ahead := ahead - part.n;
    else
      ids := ids || verification_ids(organization, case when not is_all or cardinality(part.kinds) < cardinality(kinds) then part.kinds end,
        part.n, upward, case when part.grp = bounded then behind end, ahead, take - cardinality(ids));
      ahead := 0;
    end if;
    exit when cardinality(ids) >= take;
  end loop;
  return ids;
end $$;
