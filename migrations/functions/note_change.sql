-- Notes a change that has no row in the trail or the event log, while somebody listens to the organization.
create or replace function note_change(organization uuid, of_kind text, of_subject text, done text) returns void language sql as $$
  insert into change_notes (organization_id, kind, subject, what) select organization, of_kind, of_subject, done
  where exists (select from change_listeners l where l.organization_id = organization and l.until > delivery_clock())
$$;
