-- What is written on each page, for who listens to it.
alter table pdf_sources add column words text[] not null default '{}';
