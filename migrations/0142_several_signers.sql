-- How each person of a submission gets their way in, when their turn came, and what is still waited for.
alter table signers
  add column delivery text check (delivery in ('link', 'email')),
  add column may_delegate boolean not null default false,
  add column turn_came_at timestamptz,
  add column approved_at timestamptz,
  add column is_awaited boolean not null generated always as (kind <> 'copy' and signed_at is null and approved_at is null) stored;
-- Whom a link's submissions bring in besides whoever opens it.
alter table agreement_links add column signers jsonb not null default '[]';
update signers set delivery = 'link', turn_came_at = created_at;
