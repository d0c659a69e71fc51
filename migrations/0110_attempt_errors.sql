-- What went wrong with an attempt is a code with the values of its sentence; src/texts says it. Older sentences are not
-- kept: the outcome and the status of those attempts are.
alter table attempts alter column error type jsonb using null;
alter table webhook_lanes alter column last_error type jsonb using null;
