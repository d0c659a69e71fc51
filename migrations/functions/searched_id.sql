-- The part of a verification's public id that differs from other ids: `-<ms>_<32 hex>`.
create or replace function searched_id(id uuid) returns text language sql immutable strict parallel safe as
  $$ select substr(verification_public_id(id), 13) $$;
