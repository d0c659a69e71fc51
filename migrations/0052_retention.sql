-- Finished documents are sealed under a key of their own, which is destroyed when their time is over. The time is the
-- agreement's own, else the organization's; without either they are kept.
do $$
begin
  if exists (select from documents) then
    raise exception 'This database was written by a build of before 0.1.0 and holds documents in clear text, which this build does not keep.'
      using hint = 'Start with an empty database or another SEALANE_HOME.';
  end if;
end $$;

alter table organizations add column document_retention_days integer check (document_retention_days between 1 and 36500);
alter table agreements add column document_retention_days integer check (document_retention_days between 1 and 36500);
alter table documents
  add column wrapped_key bytea,
  add column removed_at timestamptz,
  add check (wrapped_key is not null or removed_at is not null);
create index documents_kept on documents (created_at) where removed_at is null;

-- Whom and what a stored reply speaks of, so that it can be forgotten with a person; null is a reply that was.
alter table idempotent_replies
  alter column reply drop not null,
  add column about uuid[] not null default '{}';
