-- What texts are compared by in searches: normalized (NFKC) and with all differences of case folded, so that ß is SS, a
-- final sigma is a sigma, and composed and decomposed letters are one. What is stored stays as it was sent. The Turkish
-- letters with and without a dot are all i, because nobody knows which language a search is typed in.

do $$
begin
  if current_setting('server_encoding') <> 'UTF8' then
    raise exception 'The database has the encoding %.', current_setting('server_encoding')
      using hint = 'Create it anew: CREATE DATABASE … ENCODING ''UTF8'' TEMPLATE template0.';
  end if;
  if current_setting('server_version_num')::integer >= 180000 then
    create function fold_case(value text) returns text language sql immutable strict parallel safe as
      $f$ select casefold(value collate "pg_unicode_fast") $f$;
  elsif exists (select from pg_collation where collname = 'und-x-icu') then
    -- By small, capital and small letters again, whatever folds alike becomes alike; but for the final sigma.
    create function fold_case(value text) returns text language sql immutable strict parallel safe as
      $f$ select replace(lower(upper(lower(value collate "und-x-icu") collate "und-x-icu") collate "und-x-icu"), U&'\03C2', U&'\03C3') $f$;
  else
    create function fold_case(value text) returns text language sql immutable strict parallel safe as
      $f$ select replace(lower(upper(lower(value))), U&'\03C2', U&'\03C3') $f$;
  end if;
end $$;

create function fold_text(value text) returns text language sql immutable strict parallel safe as $$
  select replace(replace(normalize(fold_case(normalize(value, nfkc)), nfkc), U&'i\0307', 'i'), U&'\0131', 'i')
$$;
