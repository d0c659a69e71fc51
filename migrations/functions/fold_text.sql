-- The form of a text that searches compare: normalized (NFKC) and without differences of case. ß becomes SS, a final
-- sigma becomes a sigma, and composed and decomposed letters are equal. Stored texts are unchanged. The Turkish letters
-- with and without a dot are all i, because the language of a search is unknown.
create or replace function fold_text(value text) returns text language sql immutable strict parallel safe as $$
  select replace(replace(normalize(fold_case(normalize(value, nfkc)), nfkc), U&'i\0307', 'i'), U&'\0131', 'i')
$$;
