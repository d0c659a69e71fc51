-- An export belongs to a person or to an API key. `owner_id` is the id of either.
alter table exports alter column user_id drop not null;
alter table exports add column api_key_id uuid;
alter table exports add foreign key (organization_id, api_key_id) references api_keys on delete cascade;
alter table exports add check (num_nonnulls(user_id, api_key_id) = 1);
alter table exports add column owner_id uuid not null generated always as (coalesce(user_id, api_key_id)) stored;
drop index exports_of_person;
create index exports_of_owner on exports (organization_id, owner_id, created_at, id);
