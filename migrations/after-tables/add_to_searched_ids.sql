-- Applies deltas to the searched ids and to the counts of stored pieces.
create or replace function add_to_searched_ids(deltas verification_deltas[]) returns void language plpgsql as $$
begin
  merge into searched_piece_counts t using (
    select m.organization_id, p.piece, m.kind, sum(m.n) as n
    from moves_of(deltas) m
    join searched_pieces p on p.organization_id = m.organization_id and p.since is not null
    left join agreement_links l on l.organization_id = m.organization_id and l.id = m.agreement_link_id
    where id_contains(searched_id(m.verification_id), p.piece) and (l.id is null or position(p.piece in l.search_id) = 0)
    group by 1, 2, 3 having sum(m.n) <> 0) m
  on t.organization_id = m.organization_id and t.piece = m.piece and t.kind = m.kind
  when matched and t.n + m.n = 0 then delete
  when matched then update set n = t.n + m.n
  when not matched then insert values (m.organization_id, m.piece, m.kind, m.n);
  merge into searched_ids t using (
    select distinct on (organization_id, verification_id) organization_id, verification_id, agreement_link_id, kind_after
    from unnest(deltas) order by organization_id, verification_id, seq desc) m
  on t.organization_id = m.organization_id and t.id = m.verification_id
  when matched and m.kind_after is null then delete
  when matched and (t.kind <> m.kind_after or t.agreement_link_id is distinct from m.agreement_link_id) then
    update set kind = m.kind_after, agreement_link_id = m.agreement_link_id
  when not matched and m.kind_after is not null then
    insert values (m.organization_id, m.verification_id, m.kind_after, m.agreement_link_id, searched_id(m.verification_id));
end $$;
