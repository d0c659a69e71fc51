-- Whether the filters of a webhook accept an event: one of the agreements, one of the links, and every pair of the
-- metadata (as texts; one of several values) must match. What the event does not name, its submission gives. It is
-- plpgsql, so that it is not inlined: webhooks without filters must not pay for its queries.
create or replace function event_passes(filters jsonb, organization uuid, submission uuid, details jsonb) returns boolean
  language plpgsql stable as $$
declare
  agreement text := details->>'agreementId';
  link text := details->>'agreementLinkId';
begin
  agreement := coalesce(agreement,
    (select s.agreement_id::text from submissions s where s.organization_id = organization and s.id = submission));
  link := coalesce(link,
    (select s.agreement_link_id::text from submissions s where s.organization_id = organization and s.id = submission));
  return (filters->'agreementIds' is null or coalesce(filters->'agreementIds' ? agreement, false))
    and (filters->'agreementLinkIds' is null or coalesce(filters->'agreementLinkIds' ? link, false))
    and not exists (
      select from jsonb_each_text(filters->'metadata') as asked
      where not coalesce(details->'metadata'->>asked.key = asked.value, false)
        and not coalesce(details->'metadata'->asked.key ? asked.value, false));
end $$;
