-- People join an organization by accepting an invitation. Until a person has acted for themself, each organization sees
-- the name that it gave them; from then on all see the name that the person has chosen.

alter table memberships add column name text;
update memberships set name = (select users.name from users where users.id = memberships.user_id);

-- When the person first acted for themself: accepted an invitation, signed in, or chose their name.
alter table users add column confirmed_at timestamptz;
update users set confirmed_at = (select min(created_at) from sessions where sessions.user_id = users.id);
grant update (confirmed_at) on users to sealane_tenant;

create function confirm_user() returns trigger language plpgsql as $$
begin
  update users set confirmed_at = new.created_at where id = new.user_id and confirmed_at is null;
  return null;
end $$;
create trigger confirm_user after insert on sessions for each row execute function confirm_user();

-- The way in was to know an address; now it is to be invited.
drop function find_or_create_user;

-- The role is null once the invitation has ended, so that a role which nobody has can be removed. The token stands in
-- the mail that is sent, and again where whoever runs the server asks for it; its hash finds it.
drop table invitations;
create table invitations (
  organization_id uuid not null references organizations on delete cascade,
  id uuid not null,
  name text not null default '',
  email text not null,
  role text,
  token bytea,
  token_hash bytea unique,
  inviter_id uuid references users on delete set null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  accepted_by uuid references users on delete set null,
  declined_at timestamptz,
  revoked_at timestamptz,
  revoked_by uuid references users on delete set null,
  created_at timestamptz not null,
  updated_at timestamptz not null default now(),
  -- Only for better-auth, which looks whether its table is whole, and whether it could write rows without our columns.
  status text not null generated always as (case when accepted_at is not null then 'accepted' when declined_at is not null
    then 'rejected' when revoked_at is not null then 'canceled' else 'pending' end) stored,
  primary key (organization_id, id),
  foreign key (organization_id, role) references roles (organization_id, name) on update cascade,
  check (role is not null or accepted_at is not null or declined_at is not null or revoked_at is not null)
);
create unique index invitations_open on invitations (organization_id, lower(email)) where role is not null;
create index invitations_sent on invitations (organization_id, created_at);
select protect_tenant_table('invitations');
