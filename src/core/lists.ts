import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely'
import type { Handle } from '../db/index.ts'
import { offsetOf, type Page, type PageRequest } from './paging.ts'

/** A field that a list can be filtered and sorted by, under the name it has on the record. */
export type ListField = {
  kind: 'text' | 'word' | 'words' | 'number' | 'boolean' | 'time' | 'id'
  column: RawBuilder<unknown>
  /** False keeps a field out of sorting, because its order means nothing. */
  sortable: boolean
  /** How to find keys that are made of several columns. */
  match?: (keys: readonly string[]) => RawBuilder<boolean>
}
export type ListFields = Record<string, ListField>

/** One condition; a list meets all of them. `contains` ignores case and takes its text literally. */
export type ListFilter =
  | { field: string; contains: string }
  | { field: string; oneOf: readonly (string | number | boolean)[] }
  | { field: string; absent: boolean }
  | { field: string; from: Date; before: Date }

/** What a list is asked for. Without a page, all rows that meet the filters, at most `unpagedLimit`. */
export type ListRequest = { page?: PageRequest; filters?: readonly ListFilter[]; sorts?: readonly string[] }

/** How many rows a list without a page gives. One more than a caller may want to hold, so that it can tell. */
export const unpagedLimit = 2_001

/** A field over a column, `table.column` or an expression. Ids and lists of words have no order worth asking for. */
export function listField(kind: ListField['kind'], column: string | RawBuilder<unknown>): ListField {
  return {
    kind,
    column: typeof column === 'string' ? sql.ref(column) : column,
    sortable: kind !== 'id' && kind !== 'words',
  }
}

/**
 * The rows of a query that is scoped to the organization already, filtered, sorted and paged by whitelisted fields.
 * Ties are broken by id, so that pages neither repeat nor skip. Without sorts the newest come first, by `newest`.
 * Throws a plain Error for a field that is not in `fields`: the callers know the fields.
 */
export async function listRows<DB, TB extends keyof DB, O>(
  ctx: { db: Handle },
  query: SelectQueryBuilder<DB, TB, O>,
  fields: ListFields,
  request: ListRequest,
  newest = 'createdAt',
): Promise<Page<O>> {
  let filtered = query
  for (const filter of request.filters ?? [])
    filtered = filtered.where(condition(fieldOf(fields, filter.field), filter))
  const { page, sorts = [] } = request
  const id = fieldOf(fields, 'id').column
  let ordered = filtered
  for (const sort of sorts) ordered = ordered.orderBy(fieldOf(fields, sort).column)
  ordered = sorts.length
    ? ordered.orderBy(id)
    : ordered.orderBy(fieldOf(fields, newest).column, 'desc').orderBy(id, 'desc')
  if (!page) {
    const items = await ordered.limit(unpagedLimit).execute()
    return { items, total: items.length, number: 1, size: unpagedLimit }
  }
  const items = await ordered.limit(page.size).offset(offsetOf(page)).execute()
  return { items, total: await totalOf(ctx, filtered, page, items.length), ...page }
}

// A page that is neither full nor empty says itself how many there are.
async function totalOf<DB, TB extends keyof DB, O>(
  ctx: { db: Handle },
  query: SelectQueryBuilder<DB, TB, O>,
  page: PageRequest,
  found: number,
): Promise<number> {
  if (found < page.size && (found > 0 || page.number === 1)) return offsetOf(page) + found
  const counted = await sql<{ total: number }>`select count(*)::int as total from (${query}) as counted`.execute(ctx.db)
  return counted.rows[0]?.total ?? 0
}

function fieldOf(fields: ListFields, name: string): ListField {
  const field = fields[name]
  if (!field) throw new Error(`A list has no field ${name}.`)
  return field
}

function condition({ column, kind, match }: ListField, filter: ListFilter): RawBuilder<boolean> {
  if ('absent' in filter) return filter.absent ? sql`${column} is null` : sql`${column} is not null`
  if ('from' in filter) return sql`(${column} >= ${filter.from} and ${column} < ${filter.before})`
  if ('contains' in filter) return sql`${column} ilike ${`%${filter.contains.replaceAll(/[\\%_]/g, '\\$&')}%`}`
  if (filter.oneOf.length === 0) return sql`false`
  if (match) return match(filter.oneOf.map(String))
  if (kind === 'words') return sql`${column} && ${[...filter.oneOf]}::text[]`
  if (kind === 'id') return sql`${column} = any(${[...filter.oneOf]}::uuid[])`
  return sql`${column} in (${sql.join([...filter.oneOf])})`
}
