-- Whether an event about this agreement, link and metadata is one that the filters let through. Each member that is
-- there must fit: one of the agreements, one of the links, every pair of the metadata (compared as texts; of a name with
-- several values, one must fit).
create or replace function passes_filters(filters jsonb, agreement uuid, link uuid, metadata jsonb) returns boolean
  language sql immutable parallel safe as $$
  select (filters->'agreementIds' is null or coalesce(filters->'agreementIds' ? agreement::text, false))
    and (filters->'agreementLinkIds' is null or coalesce(filters->'agreementLinkIds' ? link::text, false))
    and not exists (
      select from jsonb_each_text(filters->'metadata') as asked
      where not coalesce(metadata->>asked.key = asked.value, false) and not coalesce(metadata->asked.key ? asked.value, false))
$$;
