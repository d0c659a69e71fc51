-- What a webhook is narrowed to: agreements, links, metadata; null for everything of its types. And health events of
-- webhooks, of which a webhook never hears about itself.
alter table webhooks add column filters jsonb;

-- Whether an event about this agreement, link and metadata is one that the filters let through. Each member that is
-- there must fit: one of the agreements, one of the links, every pair of the metadata (compared as texts; of a name with
-- several values, one must fit).
create function passes_filters(filters jsonb, agreement uuid, link uuid, metadata jsonb) returns boolean
  language sql immutable parallel safe as $$
  select (filters->'agreementIds' is null or coalesce(filters->'agreementIds' ? agreement::text, false))
    and (filters->'agreementLinkIds' is null or coalesce(filters->'agreementLinkIds' ? link::text, false))
    and not exists (
      select from jsonb_each_text(filters->'metadata') as asked
      where not coalesce(metadata->>asked.key = asked.value, false) and not coalesce(metadata->asked.key ? asked.value, false))
$$;

-- As before, with the filters. A webhook without filters pays one look for them.
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
      when of_type = 'webhook' then w.id <> of_id
      when w.filters is null or test then true
      else passes_filters(w.filters,
        coalesce((details->>'agreementId')::uuid,
          (select s.agreement_id from submissions s where s.organization_id = organization and s.id = submission)),
        coalesce((details->>'agreementLinkId')::uuid,
          (select s.agreement_link_id from submissions s where s.organization_id = organization and s.id = submission)),
        details->'metadata')
    end;
  if found and not pg_try_advisory_xact_lock_shared(7325265, 2) then perform pg_notify('sealane_deliveries', ''); end if;
end $$;
