-- What of a verification's public id differs from one to another: `-<ms>_<32 hex>`.
create or replace function searched_id(id uuid) returns text language sql immutable strict parallel safe as
  $$ select substr(verification_public_id(id), 13) $$;
