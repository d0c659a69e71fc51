-- A text without differences of case: ß becomes SS, and a final sigma becomes a sigma.
do $$
begin
  if current_setting('server_version_num')::integer >= 180000 then
    create or replace function fold_case(value text) returns text language sql immutable strict parallel safe as
      $f$ select casefold(value collate "pg_unicode_fast") $f$;
  elsif exists (select from pg_collation where collname = 'und-x-icu') then
    -- Lower, upper and lower case in turn make all letters with the same folding equal, except the final sigma.
    create or replace function fold_case(value text) returns text language sql immutable strict parallel safe as
      $f$ select replace(lower(upper(lower(value collate "und-x-icu") collate "und-x-icu") collate "und-x-icu"), U&'\03C2', U&'\03C3') $f$;
  else
    create or replace function fold_case(value text) returns text language sql immutable strict parallel safe as
      $f$ select replace(lower(upper(lower(value))), U&'\03C2', U&'\03C3') $f$;
  end if;
end $$;
