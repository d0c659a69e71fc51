-- Whether the person reads bright or dark pages; null when their browser says.
alter table users add column scheme text check (scheme in ('light', 'dark'));
