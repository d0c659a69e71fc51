-- Builds the searched ids again, as recount_verifications does with the counts.
create or replace function refill_searched_ids() returns void language plpgsql as $$
begin
  perform pg_advisory_xact_lock(7325269, 1);
  lock table verifications in share row exclusive mode;
  drop index searched_ids_words;
  truncate searched_ids, searched_pieces, searched_piece_counts;
  insert into searched_ids select organization_id, id, kind, agreement_link_id, searched_id(id)
    from verifications where deleted_at is null order by organization_id, id;
  create index searched_ids_words on searched_ids using gin (words gin_trgm_ops);
end $$;
revoke execute on function refill_searched_ids from public;
