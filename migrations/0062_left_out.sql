-- Which parameters of a link were not kept, by name and reason; and which ones an organization takes for tracking.

alter table submissions add column left_out jsonb not null default '[]';
alter table organizations add column tracking_parameters text[];
