-- Why a submission was called back stands in voidings, and who decided on a check stands in decisions: once each.
alter table submissions drop column void_reason;
update verifications set details = jsonb_set(details, '{review}', '{"state": "decided"}')
  where details -> 'review' ->> 'state' = 'decided';
