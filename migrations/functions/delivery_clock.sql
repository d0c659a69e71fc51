-- The clock of the delivery engine. It is in one place, so that a test can move it.
create or replace function delivery_clock() returns timestamptz language sql volatile parallel safe as $$ select clock_timestamp() $$;
