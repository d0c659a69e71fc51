create or replace function add_to_verification_counts(deltas verification_deltas[]) returns void language plpgsql as $$
begin
  merge into verification_counts t using (
    select organization_id, kind, sum(n) as n from moves_of(deltas) group by 1, 2 having sum(n) <> 0) m
  on t.organization_id = m.organization_id and t.kind = m.kind
  when matched and t.n + m.n = 0 then delete
  when matched then update set n = t.n + m.n
  when not matched then insert values (m.organization_id, m.kind, m.n);
  merge into verification_link_counts t using (
    select organization_id, agreement_link_id, kind, sum(n) as n from moves_of(deltas) where agreement_link_id is not null
    group by 1, 2, 3 having sum(n) <> 0) m
  on t.organization_id = m.organization_id and t.agreement_link_id = m.agreement_link_id and t.kind = m.kind
  when matched and t.n + m.n = 0 then delete
  when matched then update set n = t.n + m.n
  when not matched then insert values (m.organization_id, m.agreement_link_id, m.kind, m.n);
end $$;
