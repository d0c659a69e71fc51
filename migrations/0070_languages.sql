-- What each version of an agreement is written in (BCP 47), and whether its author said so or it was detected.
alter table agreement_versions
  add column language text not null default 'en',
  add column language_given boolean not null default false;
alter table agreement_versions alter column language drop default;
