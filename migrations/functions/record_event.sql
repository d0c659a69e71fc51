-- Records an event and opens a delivery for each webhook that subscribes, in the caller's transaction and with its
-- rights. It is a function so that its plans are kept, because planning costs more than writing. It only reads the rows
-- of webhooks, so two events of an organization never wait for each other.
create or replace function record_event(organization uuid, event uuid, event_type text, of_type text, of_id uuid, details jsonb, at timestamptz,
  test boolean, submission uuid, key uuid) returns void language plpgsql set plan_cache_mode = force_generic_plan as $$
begin
  insert into events (organization_id, id, type, subject_type, subject_id, data, occurred_at, is_test)
  values (organization, event, event_type, of_type, of_id, details, at, test);
  insert into open_deliveries (organization_id, webhook_id, event_id, ordering_key)
  select w.organization_id, w.id, event, case when w.ordered then coalesce(
    (select s.agreement_id from submissions s where s.organization_id = w.organization_id and s.id = submission), key) end
  from webhooks w where w.organization_id = organization and event_type = any(w.event_types)
    and case
      -- A webhook never gets events about itself.
      when of_type = 'webhook' then w.id <> of_id
      when w.filters is null or test then true
      else event_passes(w.filters, organization, submission, details)
    end;
  -- A sleeping engine holds this lock alone, so the try fails and the engine is notified. While an engine is awake, the
  -- lock is shared and held until the commit, so that the engine cannot fall asleep before it sees this event.
  if found and not pg_try_advisory_xact_lock_shared(7325265, 2) then perform pg_notify('sealane_deliveries', ''); end if;
end $$;
