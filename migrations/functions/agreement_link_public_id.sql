-- The public id of an agreement link: 22 characters of the shortuuid alphabet (core/ids.ts). Lists search in it.
create or replace function agreement_link_public_id(id uuid) returns text language plpgsql immutable strict parallel safe as $$
declare
  alphabet constant text := '23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
  bytes constant bytea := uuid_send(id);
  rest numeric := 0;
  answer text := '';
begin
  for place in 0..15 loop
    rest := rest * 256 + get_byte(bytes, place);
  end loop;
  for place in 1..22 loop
    answer := substr(alphabet, (rest % 57)::integer + 1, 1) || answer;
    rest := div(rest, 57);
  end loop;
  return answer;
end $$;
