-- The time since when the log names the content of each document before it is sealed. Null before the first.
alter table evidence_cursor add column content_from timestamptz;
