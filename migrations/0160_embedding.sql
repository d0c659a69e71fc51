-- The sites whose pages may show signing pages in a frame, as origins.
alter table organizations add column embedding_origins text[] not null default '{}';
