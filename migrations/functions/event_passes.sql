-- Whether the filters of a webhook let an event through. Each member that is there must fit: one of the agreements, one
-- of the links, every pair of the metadata (compared as texts; of a name with several values, one must fit). What an event
-- does not say of itself is looked up by its submission. In plpgsql, so that it is not inlined: webhooks without filters
-- must not pay for what it reads.
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
