-- Whether an id contains a piece. A piece that begins with `^` is one that the searched id begins with.
create or replace function id_contains(searched text, piece text) returns boolean language sql immutable strict parallel safe as
  $$ select case when piece like '^%' then starts_with(searched, substr(piece, 2)) else position(piece in searched) > 0 end $$;
