import { sql } from 'kysely'
import { formatId, type Id } from '../../src/core/ids.ts'
import type { Handle } from '../../src/db/index.ts'

/**
 * Lets the database note each delivery that was claimed and released without success. The receiver answers 200 to all,
 * so these deliveries were in flight when their worker was lost. Only they may be sent twice.
 */
export async function noteLostClaims(db: Handle): Promise<void> {
  await sql
    .raw(`
    create table chaos_lost_claims (event_id uuid not null, at timestamptz not null default clock_timestamp());
    create function chaos_note_lost_claim() returns trigger language plpgsql as $$ begin
      insert into chaos_lost_claims (event_id) values (new.event_id);
      return null;
    end $$;
    create trigger chaos_note_lost_claim after update on open_deliveries for each row
      when (old.claimed_by is not null and new.claimed_by is null)
      execute function chaos_note_lost_claim()`)
    .execute(db)
}

/** By event, as webhook-id names it: how often it was in flight when its worker was lost. */
export async function readLostClaims(db: Handle): Promise<Map<string, number>> {
  const { rows } = await sql<{ event_id: Id; times: number }>`
    select event_id, count(*)::int as times from chaos_lost_claims group by 1`.execute(db)
  return new Map(rows.map(({ event_id, times }) => [formatId('event', event_id), times]))
}

/** Impossible states of the database: deliveries without an end, and halves of a change. */
export async function readLeftovers(db: Handle): Promise<{ open: number; halves: number }> {
  const { rows } = await sql<{ open: number; halves: number }>`
    select (select count(*)::int from open_deliveries) as open,
      (select count(*)::int from submissions s where not exists (
         select from events e where e.data->>'submissionId' = s.id::text and e.type = 'agreement.viewed'))
      + (select count(*)::int from events e where e.type = 'agreement.viewed' and not exists (
         select from submissions s where s.id::text = e.data->>'submissionId'))
      + (select count(*)::int from events e where not exists (
         select from deliveries d where d.organization_id = e.organization_id and d.event_id = e.id)) as halves`.execute(
    db,
  )
  return rows[0] ?? { open: 0, halves: 0 }
}
