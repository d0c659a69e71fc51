import type { Selectable } from 'kysely'
import type { Tables } from '../../db/index.ts'
import type { Context } from '../context.ts'
import { openPersonKeys, type PersonKey } from '../people/index.ts'
import type { Openings } from './commitment.ts'
import { putMembers } from './commitment.ts'

type Row = Pick<Selectable<Tables['audit_events']>, 'id' | 'actor' | 'data' | 'person_id' | 'personal'>

/** Replaces the commitments of rows with the personal values. Those of erased people stay commitments. */
export async function openRows<R extends Row>(ctx: Context, rows: readonly R[]): Promise<R[]> {
  const people = rows.flatMap(({ person_id }) => person_id ?? [])
  const keys = await openPersonKeys(ctx, people)
  return rows.map((row) => putMembers(row, openingsOf(row, keys) ?? {}, ({ value }) => value))
}

/** The openings of a row; undefined when its person was erased. Throws when the sealed openings were tampered with. */
export function openingsOf(row: Row, keys: ReadonlyMap<string, PersonKey>): Openings | undefined {
  if (row.person_id === null) return {}
  const key = keys.get(row.person_id)
  if (!key || !row.personal) return undefined
  const openings = key.open(`audit:${row.id}`, row.personal)
  return Object.fromEntries(Object.entries(Object(openings)))
}
