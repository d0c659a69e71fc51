-- Writes a delta for each change of a live verification. Deletes the metadata index of a deleted verification, so that
-- the index counts live verifications only.
create or replace function note_verification_change() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  was constant boolean := tg_op <> 'INSERT' and old.deleted_at is null;
  is_ constant boolean := tg_op <> 'DELETE' and new.deleted_at is null;
begin
  if was and is_ and old.agreement_link_id is not distinct from new.agreement_link_id then
    insert into verification_deltas (organization_id, verification_id, agreement_link_id, kind_before, kind_after, updated_before, updated_after)
    values (new.organization_id, new.id, new.agreement_link_id, old.kind, new.kind, old.updated_at, new.updated_at);
    return null;
  end if;
  if was then
    insert into verification_deltas (organization_id, verification_id, agreement_link_id, kind_before, updated_before)
    values (old.organization_id, old.id, old.agreement_link_id, old.kind, old.updated_at);
    if not is_ then
      delete from verification_metadata where organization_id = old.organization_id and verification_id = old.id;
    end if;
  end if;
  if is_ then
    insert into verification_deltas (organization_id, verification_id, agreement_link_id, kind_after, updated_after)
    values (new.organization_id, new.id, new.agreement_link_id, new.kind, new.updated_at);
  end if;
  return null;
end $$;
revoke execute on function note_verification_change from public;
