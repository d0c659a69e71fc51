-- Why the last try to seal the document of a submission failed. Null while none has, and once it is sealed.
alter table submissions add column seal_reason text;
