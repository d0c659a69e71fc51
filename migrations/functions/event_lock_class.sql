-- The class of the advisory locks that transactions hold which record events of an organization (null: of any). Negative,
-- so that it is no other lock's. Two organizations that share a class wait for each other's transactions, no more.
create or replace function event_lock_class(organization uuid) returns integer language sql immutable parallel safe as
  $$ select case when organization is null then -1 else -2 - (hashtextextended(organization::text, 0) & 1073741823)::integer end $$;
