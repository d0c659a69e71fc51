import type { ClientBase } from 'pg'

/** How many verifications, from which first one to which last one, and every how many rows the same link comes again. */
export type Many = { organizationId: string; rows: number; links: number; first: Date; last: Date; seed?: string }

/**
 * Writes verifications as they come about in some years, by SQL alone: of every kind, nine in ten completed, four in five
 * from a link; every tenth id has `0000` in it; metadata pairs that one row in 20, 1,000 and 1 has.
 */
export async function writeManyVerifications(client: ClientBase, many: Many): Promise<void> {
  const { organizationId, rows, links, first, last, seed = organizationId } = many
  await client.query(`create or replace function pg_temp.uuid7(at timestamptz, seed text, zeros boolean) returns uuid language sql as $$
    select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(h, 1, 3) || '8' || substr(h, 4, 3)
      || case when zeros then '0000' || substr(h, 7, 8) else substr(h, 7, 12) end)::uuid from (select md5(seed) h) x $$`)
  const id = (what: string) => `pg_temp.uuid7('2023-01-01Z', '${what} ${organizationId} ' || i, false)`
  await client.query(
    `insert into agreements (organization_id, id, title, current_version, created_at, updated_at)
     select $1, ${id('agreement')}, 'Employment', 1, now(), now() from generate_series(0, 0) i on conflict do nothing`,
    [organizationId],
  )
  await client.query(
    `insert into agreement_links (organization_id, id, agreement_id, title, created_at, updated_at)
     select $1, ${id('link')}, ${id('agreement').replace('|| i', '|| 0')}, 'Link', now(), now()
     from generate_series(0, $2::int - 1) i on conflict do nothing`,
    [organizationId, links],
  )
  await client.query(
    `insert into subjects (organization_id, id, wrapped_key, created_at)
     select $1, ${id('subject')}, 'x', now() from generate_series(0, 99) i on conflict do nothing`,
    [organizationId],
  )
  await client.query(
    `with numbered as (
       select i, $3::timestamptz + (i - 1) * (($4::timestamptz - $3::timestamptz) / $2::int) as at,
         hashint8(i * 2 + 1) & 1023 as h, hashint8(i * 2) & 1023 as g
       from generate_series(1::bigint, $2::int) i
     ), kinds as (
       select *, case when h < 400 then 'enhanced_identity_verification' when h < 760 then 'us_criminal_record_check'
           when h < 880 then 'motor_vehicle_record' else 'panel_drug' end as type,
         case when g < 900 then 'completed' when g < 950 then 'in_progress' when h >= 400 and h < 880 then 'completed'
           when g < 990 then 'started' else 'cancelled' end as status,
         h >= 400 and h < 760 and h % 3 > 0 as is_scan,
         date_trunc('milliseconds', at + interval '1 hour' * (1 + h % 400)) as changed
       from numbered
     )
     insert into verifications (organization_id, id, subject_id, agreement_link_id, type, subtype, tier, is_scan, status, result,
       sub_status, provider, provider_reference, latest_response, metadata, details, last_status_at, last_synced_at, submitted_at,
       completed_at, cancelled_at, created_at, updated_at)
     select $1, pg_temp.uuid7(date_trunc('milliseconds', at), $5 || i, i % 10 = 3),
       pg_temp.uuid7('2023-01-01Z', 'subject ${organizationId} ' || i % 100, false),
       case when i % 5 < 4 then pg_temp.uuid7('2023-01-01Z', 'link ${organizationId} ' || i * 7919 % $6::int, false) end,
       type,
       case when is_scan then (array['single_state_county_record_check_result', 'all_state_county_record_check_result',
         'ssn_id_document_reports'])[1 + h % 3] end,
       case type when 'us_criminal_record_check' then 'request_us_criminal_record_check_tier_' || 1 + h % 3
         when 'panel_drug' then 'panel ' || (array[5, 7, 9, 10])[1 + h % 4] end,
       is_scan, status,
       case status when 'in_progress' then 'pending' when 'completed' then case when g % 10 < 8 then 'verified' else 'rejected' end end,
       case when status = 'in_progress' and type = 'us_criminal_record_check' then 'county_level_check' end,
       'checkr', $5 || i,
       jsonb_build_object('status', 'complete', 'report', md5(i::text), 'screenings', jsonb_build_array(
         jsonb_build_object('name', 'county', 'result', 'clear'), jsonb_build_object('name', 'national', 'result', 'clear'))),
       jsonb_strip_nulls(jsonb_build_object('internal_id', 'u' || i, 'batch', case when i % 20 = 7 then 'spring' end,
         'team', case when i % 1000 = 11 then 'blue' end)),
       '{}', changed, changed, at, case when status = 'completed' then changed end,
       case when status = 'cancelled' then changed end, date_trunc('milliseconds', at), changed
     from kinds order by i`,
    [organizationId, rows, first, last, seed, links],
  )
  await client.query(
    `insert into verification_metadata (organization_id, pair, verification_id)
     select organization_id, substr(encode(sha256(convert_to('["' || key || '","' || value || '"]', 'UTF8')), 'hex'), 1, 32)::uuid, id
     from verifications cross join lateral jsonb_each_text(metadata)
     where organization_id = $1 and id >= first_id_at($2) and id < first_id_at($3::timestamptz + interval '1 ms')
     order by 1, 2, 3 on conflict do nothing`,
    [organizationId, first, last],
  )
}
