-- The class of the advisory locks of transactions that record events of an organization (null: of any). It is negative,
-- so that no other lock has it. Two organizations with the same class only wait for each other's transactions.
create or replace function event_lock_class(organization uuid) returns integer language sql immutable parallel safe as
  $$ select case when organization is null then -1 else -2 - (hashtextextended(organization::text, 0) & 1073741823)::integer end $$;
