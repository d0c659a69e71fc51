-- What texts are compared by in searches: normalized (NFKC) and with all differences of case folded, so that ß is SS, a
-- final sigma is a sigma, and composed and decomposed letters are one. What is stored stays as it was sent. The Turkish
-- letters with and without a dot are all i, because nobody knows which language a search is typed in.
create or replace function fold_text(value text) returns text language sql immutable strict parallel safe as $$
  select replace(replace(normalize(fold_case(normalize(value, nfkc)), nfkc), U&'i\0307', 'i'), U&'\0131', 'i')
$$;
