-- The language in which a signer was spoken to when they said who they are, and when they signed. Null before that.
alter table signers add column language text;
