-- Mails that people who opened a link have caused: to those whom they named, and of codes. Counted for an hour.
create table link_mails (
  organization_id uuid not null,
  id uuid not null,
  agreement_link_id uuid not null,
  caused_at timestamptz not null,
  mails integer not null,
  primary key (organization_id, id),
  foreign key (organization_id, agreement_link_id) references agreement_links on delete cascade
);
create index link_mails_link on link_mails (organization_id, agreement_link_id, caused_at);
create index link_mails_caused on link_mails (caused_at);
select protect_tenant_table('link_mails');
