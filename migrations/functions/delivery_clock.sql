-- The engine's clock: one place, so that a test can step it.
create or replace function delivery_clock() returns timestamptz language sql volatile parallel safe as $$ select clock_timestamp() $$;
