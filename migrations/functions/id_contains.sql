-- Whether an id contains a piece. A piece that begins with `^` must be at the beginning of the searched id.
create or replace function id_contains(searched text, piece text) returns boolean language sql immutable strict parallel safe as
  $$ select case when piece like '^%' then starts_with(searched, substr(piece, 2)) else position(piece in searched) > 0 end $$;
