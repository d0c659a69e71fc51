-- Roles of versions that were written when there was one of each: it signs, and it is the first.
update agreement_versions set signer_roles = (
  select jsonb_agg(jsonb_build_object('order', place, 'kind', 'signer') || role order by place)
  from jsonb_array_elements(signer_roles) with ordinality as given(role, place)
);
