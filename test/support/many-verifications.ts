import { createHash } from 'node:crypto'
import type { ClientBase } from 'pg'

/** The number of verifications, the first and the last time, and the number of rows after which a link repeats. */
type Many = { organizationId: string; rows: number; links: number; first: Date; last: Date; seed?: string }

/**
 * Writes verifications as they come in some years, by SQL alone: of every kind, nine in ten completed, four in five
 * from a link. Every tenth id has `0000` in it. Metadata pairs occur in one row of 20, 1,000 and all rows.
 */
export async function writeManyVerifications(client: ClientBase, many: Many): Promise<void> {
  const { organizationId, rows, links, first, last, seed = organizationId } = many
  const idsOf = (what: string, count: number) =>
    Array.from({ length: count }, (_, index) =>
      newKnownId(new Date('2023-01-01Z'), `${what} ${organizationId} ${index}`),
    )
  const [agreementIds, linkIds, subjectIds] = [idsOf('agreement', 1), idsOf('link', links), idsOf('subject', 100)]
  await client.query(
    `insert into agreements (organization_id, id, title, current_version, created_at, updated_at)
     select $1, id, 'Employment', 1, now(), now() from unnest($2::uuid[]) id on conflict do nothing`,
    [organizationId, agreementIds],
  )
  await client.query(
    `insert into agreement_links (organization_id, id, agreement_id, title, created_at, updated_at)
     select $1, id, $2, 'Link', now(), now() from unnest($3::uuid[]) id on conflict do nothing`,
    [organizationId, agreementIds[0], linkIds],
  )
  await client.query(
    `insert into subjects (organization_id, id, wrapped_key, created_at)
     select $1, id, 'x', now() from unnest($2::uuid[]) id on conflict do nothing`,
    [organizationId, subjectIds],
  )
  await client.query(
    `with numbered as (
       select i, $3::timestamptz + (i - 1) * (($4::timestamptz - $3::timestamptz) / $2::int) as at,
         hashint8(i * 2 + 1) & 1023 as h, hashint8(i * 2) & 1023 as g, md5($5 || i) as hex
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
     select $1,
       (lpad(to_hex(floor(extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(hex, 1, 3) || '8' || substr(hex, 4, 3)
         || case when i % 10 = 3 then '0000' || substr(hex, 7, 8) else substr(hex, 7, 12) end)::uuid,
       ($7::uuid[])[1 + i % 100], case when i % 5 < 4 then ($6::uuid[])[1 + i * 7919 % $8::int] end,
       type,
       case when is_scan then (array['single_state_county_record_check_result', 'all_state_county_record_check_result',
         'ssn_id_document_reports'])[1 + h % 3] end,
       case type when 'us_criminal_record_check' then 'request_us_criminal_record_check_tier_' || 1 + h % 3
         when 'panel_drug' then 'panel ' || (array[5, 7, 9, 10])[1 + h % 4] end,
       is_scan, status,
       case status when 'in_progress' then 'pending' when 'completed' then case when g % 10 < 8 then 'verified' else 'rejected' end end,
       case when status = 'in_progress' and type = 'us_criminal_record_check' then 'county_level_check' end,
       'checkr', $5 || i,
       jsonb_build_object('status', 'complete', 'report', hex, 'screenings', jsonb_build_array(
         jsonb_build_object('name', 'county', 'result', 'clear'), jsonb_build_object('name', 'national', 'result', 'clear'))),
       jsonb_strip_nulls(jsonb_build_object('internal_id', 'u' || i, 'batch', case when i % 20 = 7 then 'spring' end,
         'team', case when i % 1000 = 11 then 'blue' end)),
       '{}', changed, changed, at, case when status = 'completed' then changed end,
       case when status = 'cancelled' then changed end, date_trunc('milliseconds', at), changed
     from kinds order by i`,
    [organizationId, rows, first, last, seed, linkIds, subjectIds, links],
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

/** A UUIDv7 of a moment. Equal words give equal ids. */
function newKnownId(at: Date, words: string): string {
  const hex = createHash('md5').update(words).digest('hex')
  const time = at.getTime().toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(0, 3)}-8${hex.slice(3, 6)}-${hex.slice(6, 18)}`
}
