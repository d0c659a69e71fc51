-- The SQL condition that a searched id contains a piece, as text. The index is searched for the last letters of the
-- piece, and the rest is compared.
create or replace function condition_of_piece(piece text) returns text language sql immutable strict parallel safe as $$
  select case
    when piece like '^%' then format('words like %L', replace(substr(piece, 2), '_', '\_') || '%')
    when length(piece) > 6 then format('words like %L and position(%L in words) > 0', '%' || replace(right(piece, 6), '_', '\_') || '%', piece)
    else format('words like %L', '%' || replace(piece, '_', '\_') || '%') end
$$;
