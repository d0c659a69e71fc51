-- Where a key was used from last; written with when, at most once a minute.
alter table api_keys add column last_used_from text;
