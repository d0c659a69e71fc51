-- Whom the sender invited is kept beside who the signer says they are. Where from they viewed and signed is told by the trail.

alter table signers
  add column invited_name text,
  add column invited_email text,
  add column may_change boolean not null default false,
  drop column ip_address,
  drop column user_agent;
update signers set invited_name = name, invited_email = email, may_change = true where identified_at is null;
