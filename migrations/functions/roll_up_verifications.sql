-- Adds up to `most` deltas to the counts, the oldest first. Returns the number of added deltas, and -1 when another
-- process is adding now.
create or replace function roll_up_verifications(most integer) returns integer language plpgsql as $$
declare
  taken verification_deltas[];
begin
  if not pg_try_advisory_xact_lock(7325269, 1) then return -1; end if;
  with gone as (delete from verification_deltas where seq in (select seq from verification_deltas order by seq limit most) returning *)
  select array_agg(gone) into taken from gone;
  if taken is null then return 0; end if;
  perform add_to_verification_counts(taken);
  perform add_to_verification_stretches(taken);
  perform add_to_searched_ids(taken);
  return cardinality(taken);
end $$;
revoke execute on function roll_up_verifications from public;
