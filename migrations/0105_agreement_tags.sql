-- What agreements are sorted into, and of which one is a copy.
alter table agreements add column tags text[] not null default '{}';
alter table agreements add column copy_of uuid;
alter table agreements add foreign key (organization_id, copy_of) references agreements on delete set null (copy_of);
create index agreements_copy_of on agreements (organization_id, copy_of) where copy_of is not null;
