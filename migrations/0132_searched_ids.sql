-- Searches for pieces of ids. Row-level security keeps an index of trigrams from being used by a tenant, because LIKE may
-- leak what it compares; so some functions here run as the owner, and name the organization of the caller themselves.

do $$
begin
  create extension if not exists pg_trgm;
exception
  when undefined_file then
    raise exception 'This PostgreSQL lacks the extension pg_trgm.'
      using hint = 'Install the contrib package of your PostgreSQL, such as postgresql-contrib.';
  when insufficient_privilege then
    raise exception 'The database user % may not create the extension pg_trgm.', current_user
      using hint = 'Ask an administrator to run in this database: CREATE EXTENSION pg_trgm;';
end $$;

-- What of a verification's public id differs from one to another: `-<ms>_<32 hex>`.
create function searched_id(id uuid) returns text language sql immutable strict parallel safe as
  $$ select substr(verification_public_id(id), 13) $$;

-- Whether an id contains a piece. A piece that begins with `^` is one that the searched id begins with.
create function id_contains(searched text, piece text) returns boolean language sql immutable strict parallel safe as
  $$ select case when piece like '^%' then starts_with(searched, substr(piece, 2)) else position(piece in searched) > 0 end $$;

alter table agreement_links add column search_id text not null generated always as (lower(agreement_link_public_id(id))) stored;
create index agreement_links_search on agreement_links (organization_id) include (search_id, id);

-- One row for each live verification that roll_up_verifications has seen. The index of trigrams does not hold the
-- organization, because its list of all ids would be read with every piece.
create table searched_ids (
  organization_id uuid not null,
  id uuid not null,
  kind smallint not null,
  agreement_link_id uuid,
  words text not null,
  primary key (organization_id, id)
) with (fillfactor = 90);
alter table searched_ids enable row level security;
create index searched_ids_words on searched_ids using gin (words gin_trgm_ops);

-- Pieces that were found so often that their counts are kept: `since` is null while that is only wanted. Rows of links that
-- contain the piece are left out; those are counted with their links.
create table searched_pieces (
  organization_id uuid not null,
  piece text not null,
  wanted_at timestamptz not null,
  since timestamptz,
  primary key (organization_id, piece)
);
alter table searched_pieces enable row level security;
create table searched_piece_counts (
  organization_id uuid not null,
  piece text not null,
  kind smallint not null,
  n bigint not null,
  primary key (organization_id, piece, kind)
);
alter table searched_piece_counts enable row level security;

-- The condition that a searched id contains a piece, as text: the index is asked for its last letters, the rest is compared.
create function condition_of_piece(piece text) returns text language sql immutable strict parallel safe as $$
  select case
    when piece like '^%' then format('words like %L', replace(substr(piece, 2), '_', '\_') || '%')
    when length(piece) > 6 then format('words like %L and position(%L in words) > 0', '%' || replace(right(piece, 6), '_', '\_') || '%', piece)
    else format('words like %L', '%' || replace(piece, '_', '\_') || '%') end
$$;

-- How many searched ids contain a piece, by kind, without those of some links. Built as text, so that the piece is known
-- when the plan is made.
create function count_searched_ids(organization uuid, piece text, without uuid[]) returns table (kind smallint, n bigint)
  language plpgsql stable set enable_seqscan = off as $$
begin
  return query execute format('select kind, count(*) from searched_ids where organization_id = %L and %s
    and (agreement_link_id is null or agreement_link_id <> all(%L::uuid[])) group by kind', organization, condition_of_piece(piece), without);
end $$;
revoke execute on function count_searched_ids from public;

-- How many verifications of the caller's organization have ids that contain a piece, by kind, without those of some links:
-- exact, deltas included.
create function count_ids_containing(asked text, without uuid[]) returns table (kind smallint, n bigint, is_kept boolean)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  organization constant uuid := current_organization_id();
  kept constant boolean := exists (
    select from searched_pieces p where p.organization_id = organization and p.piece = asked and p.since is not null);
begin
  return query
  select m.kind, sum(m.n)::bigint, kept from (
    select c.kind, c.n from searched_piece_counts c where kept and c.organization_id = organization and c.piece = asked
    union all
    select c.kind, c.n from (select where not kept) once cross join lateral count_searched_ids(organization, asked, without) c
    union all
    select x.kind, x.n from verification_deltas d cross join lateral (values (d.kind_before, -1), (d.kind_after, 1)) x (kind, n)
    where d.organization_id = organization and x.kind is not null
      and (d.agreement_link_id is null or d.agreement_link_id <> all(without)) and id_contains(searched_id(d.verification_id), asked)) m
  group by m.kind having sum(m.n) > 0;
end $$;
revoke execute on function count_ids_containing from public;
grant execute on function count_ids_containing to sealane_tenant;

-- The ids of the caller's live verifications of some kinds that contain a piece, by id, behind one, at most `most`.
create function find_ids_containing(asked text, kinds smallint[], upward boolean, behind uuid, most bigint) returns setof uuid
  language plpgsql stable rows 50 security definer set search_path = public, pg_temp set enable_seqscan = off as $$
declare
  organization constant uuid := current_organization_id();
begin
  return query execute format('with found as materialized (
      select id from searched_ids where organization_id = %1$L and %2$s
      union select verification_id from verification_deltas where organization_id = %1$L and id_contains(searched_id(verification_id), %3$L)
    ) select f.id from (select id from found where id %4$s %5$L order by id %6$s) f
    cross join lateral (select from verifications v
      where v.organization_id = %1$L and v.id = f.id and v.deleted_at is null and v.kind = any(%7$L) offset 0) v
    order by f.id %6$s limit %8$L', organization, condition_of_piece(asked), asked, case when upward then '>' else '<' end, behind,
    case when upward then 'asc' else 'desc' end, kinds, most);
end $$;
revoke execute on function find_ids_containing from public;
grant execute on function find_ids_containing to sealane_tenant;

-- Wishes the counts of a piece to be kept, because to count it took long.
create function want_searched_piece(asked text) returns void language sql security definer set search_path = public, pg_temp as $$
  insert into searched_pieces (organization_id, piece, wanted_at)
  select current_organization_id(), asked, now() where current_organization_id() is not null on conflict do nothing
$$;
revoke execute on function want_searched_piece from public;
grant execute on function want_searched_piece to sealane_tenant;

create function links_containing(organization uuid, piece text) returns uuid[] language sql stable parallel safe as $$
  select array(select id from agreement_links where organization_id = organization and position(piece in search_id) > 0)
$$;

-- How many live verifications have a piece in their id or in that of their link, by kind; of each kind all or none.
create function verification_search_kinds(organization uuid, in_link text, in_id text) returns table (kind smallint, n bigint, is_kept boolean)
  language plpgsql stable as $$
declare
  links constant uuid[] := case when in_link is null then '{}' else links_containing(organization, in_link) end;
begin
  if cardinality(links) > 0 then
    return query select k.kind, k.n, true from verification_kinds_of(organization, links) k;
  end if;
  if in_id is not null then
    return query select c.kind, c.n, c.is_kept from count_ids_containing(in_id, links) c;
  end if;
end $$;

-- The ids of a page of live verifications by id that are of a kind in `worded`, or of one in `others` and have a piece in
-- their id or in that of their link. There are `total` of them among `everything`. Where they are many, the rows are
-- walked; where they are few, each source is asked for its first ones.
create function verification_search_page(organization uuid, worded smallint[], others smallint[], everything bigint, total bigint,
  in_link text, in_id text, upward boolean, behind uuid, skip bigint, take bigint) returns uuid[] language plpgsql stable as $$
declare
  links constant uuid[] := case when in_link is null then '{}' else links_containing(organization, in_link) end;
  need constant bigint := skip + take;
  beyond constant uuid := coalesce(behind, case when upward then '00000000-0000-0000-0000-000000000000'::uuid else 'ffffffff-ffff-ffff-ffff-ffffffffffff' end);
  span bigint := 4 * need * everything / greatest(total, 1) + 500;
  is_end boolean;
  ids uuid[];
begin
  if total = 0 or skip >= total then return '{}'; end if;
  if others is null or total = everything or (cardinality(links) = 0 and in_id is null) then
    return verification_ids(organization, case when total < everything then worded end, total, upward, behind, skip, take);
  end if;
  if span <= 20000 + 4 * need then
    if upward then
      ids := array(select id from (
        select id, kind + 0 = any(worded) or (kind + 0 = any(others) and (agreement_link_id = any(links) or id_contains(searched_id(id), in_id))) as is_found
        from verifications where organization_id = organization and deleted_at is null and id > beyond order by id limit span) walked
        where is_found order by id limit need);
      is_end := cardinality(ids) < need and not exists (select from verifications
        where organization_id = organization and deleted_at is null and id > beyond order by id offset span limit 1);
    else
      ids := array(select id from (
        select id, kind + 0 = any(worded) or (kind + 0 = any(others) and (agreement_link_id = any(links) or id_contains(searched_id(id), in_id))) as is_found
        from verifications where organization_id = organization and deleted_at is null and id < beyond order by id desc limit span) walked
        where is_found order by id desc limit need);
      is_end := cardinality(ids) < need and not exists (select from verifications
        where organization_id = organization and deleted_at is null and id < beyond order by id desc offset span limit 1);
    end if;
    if is_end or cardinality(ids) = need then return coalesce(ids[skip + 1:need], '{}'); end if;
  end if;
  ids := array(
    select id from unnest(verification_ids(organization, worded, total, upward, behind, 0, need)) id where cardinality(worded) > 0
    union
    select v.id from unnest(links) one (link) cross join lateral (
      select id from verifications where organization_id = organization and deleted_at is null and agreement_link_id = one.link
        and kind + 0 = any(others) and not upward and id < beyond order by id desc limit need) v
    union
    select v.id from unnest(links) one (link) cross join lateral (
      select id from verifications where organization_id = organization and deleted_at is null and agreement_link_id = one.link
        and kind + 0 = any(others) and upward and id > beyond order by id limit need) v
    union
    select id from find_ids_containing(in_id, others, upward, beyond, need) id where in_id is not null);
  if upward then return array(select id from unnest(ids) id order by id offset skip limit take); end if;
  return array(select id from unnest(ids) id order by id desc offset skip limit take);
end $$;

-- Brings the searched ids, and the counts of pieces that are kept, to where deltas lead.
create function add_to_searched_ids(deltas verification_deltas[]) returns void language plpgsql as $$
begin
  merge into searched_piece_counts t using (
    select m.organization_id, p.piece, m.kind, sum(m.n) as n
    from moves_of(deltas) m
    join searched_pieces p on p.organization_id = m.organization_id and p.since is not null
    left join agreement_links l on l.organization_id = m.organization_id and l.id = m.agreement_link_id
    where id_contains(searched_id(m.verification_id), p.piece) and (l.id is null or position(p.piece in l.search_id) = 0)
    group by 1, 2, 3 having sum(m.n) <> 0) m
  on t.organization_id = m.organization_id and t.piece = m.piece and t.kind = m.kind
  when matched and t.n + m.n = 0 then delete
  when matched then update set n = t.n + m.n
  when not matched then insert values (m.organization_id, m.piece, m.kind, m.n);
  merge into searched_ids t using (
    select distinct on (organization_id, verification_id) organization_id, verification_id, agreement_link_id, kind_after
    from unnest(deltas) order by organization_id, verification_id, seq desc) m
  on t.organization_id = m.organization_id and t.id = m.verification_id
  when matched and m.kind_after is null then delete
  when matched and (t.kind <> m.kind_after or t.agreement_link_id is distinct from m.agreement_link_id) then
    update set kind = m.kind_after, agreement_link_id = m.agreement_link_id
  when not matched and m.kind_after is not null then
    insert values (m.organization_id, m.verification_id, m.kind_after, m.agreement_link_id, searched_id(m.verification_id));
end $$;

create or replace function roll_up_verifications(most integer) returns integer language plpgsql as $$
declare
  taken verification_deltas[];
begin
  if not pg_try_advisory_xact_lock(7325269, 1) then return -1; end if;
  with gone as (delete from verification_deltas where seq in (select seq from verification_deltas order by seq limit most) returning *)
  select array_agg(gone) into taken from gone;
  if taken is null then return 0; end if;
  perform add_to_verification_counts(taken);
  perform add_to_verification_stretches(taken);
  perform add_to_searched_ids(taken);
  return cardinality(taken);
end $$;

-- Counts pieces that are wanted, while no deltas are added up, and forgets those that are old, or more than a hundred of an
-- organization. Returns how many it counted.
create function keep_searched_pieces() returns integer language plpgsql as $$
declare
  wanted record;
  kept integer := 0;
begin
  if not exists (select from searched_pieces where since is null or since < now() - interval '30 days') then return 0; end if;
  if not pg_try_advisory_xact_lock(7325269, 1) then return -1; end if;
  for wanted in select organization_id, piece from searched_pieces where since is null order by wanted_at limit 5 loop
    insert into searched_piece_counts (organization_id, piece, kind, n)
    select wanted.organization_id, wanted.piece, c.kind, c.n
    from count_searched_ids(wanted.organization_id, wanted.piece, links_containing(wanted.organization_id, ltrim(wanted.piece, '^'))) c;
    update searched_pieces set since = now() where organization_id = wanted.organization_id and piece = wanted.piece;
    kept := kept + 1;
  end loop;
  with old as (
    delete from searched_pieces p where since < now() - interval '30 days' or exists (
      select from searched_pieces later where later.organization_id = p.organization_id and later.wanted_at > p.wanted_at offset 100)
    returning organization_id, piece)
  delete from searched_piece_counts c using old where c.organization_id = old.organization_id and c.piece = old.piece;
  return kept;
end $$;
revoke execute on function keep_searched_pieces from public;

-- Makes the searched ids anew, as recount_verifications does the counts.
create function refill_searched_ids() returns void language plpgsql as $$
begin
  perform pg_advisory_xact_lock(7325269, 1);
  lock table verifications in share row exclusive mode;
  drop index searched_ids_words;
  truncate searched_ids, searched_pieces, searched_piece_counts;
  insert into searched_ids select organization_id, id, kind, agreement_link_id, searched_id(id)
    from verifications where deleted_at is null order by organization_id, id;
  create index searched_ids_words on searched_ids using gin (words gin_trgm_ops);
end $$;
revoke execute on function refill_searched_ids from public;
select recount_verifications(), refill_searched_ids();
