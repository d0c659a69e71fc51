import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely'
import { type Handle, runBothShaped, runShaped, type ShapedQuery } from '../db/index.ts'
import { offsetOf, type Page, type PageRequest } from './paging.ts'

/** A field that a list can be filtered and sorted by, under the name it has on the record. */
export type ListField = {
  kind: 'text' | 'word' | 'words' | 'number' | 'boolean' | 'time' | 'id'
  column: RawBuilder<unknown>
  /** False keeps a field out of sorting, because its order means nothing. */
  sortable: boolean
  /** How to find keys that are made of several columns. */
  match?: (keys: readonly unknown[]) => RawBuilder<boolean>
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

/** What a list is made of: the query that scopes it, the values in that query, and the fields it is listed by. */
export type Listing<DB, TB extends keyof DB, O> = {
  fields: ListFields
  /** The rows of the organization. Called only when the text of the query is not known yet. */
  query(): SelectQueryBuilder<DB, TB, O>
  /** The values that the query has bound, in their order: the organization's id unless said. */
  scope?: readonly unknown[]
  /** The field by which the newest come first when nothing else is asked for. */
  newest?: string
}

/**
 * The rows of a query that is scoped to the organization already, filtered, sorted and paged by whitelisted fields.
 * Ties are broken by id, so that pages neither repeat nor skip. Throws a plain Error for a field that is not in
 * `fields`: the callers know the fields.
 */
export async function listRows<DB, TB extends keyof DB, O>(
  ctx: { db: Handle; organizationId: string },
  listing: Listing<DB, TB, O>,
  request: ListRequest,
): Promise<Page<O>> {
  const { fields: owner, scope = [ctx.organizationId] } = listing
  const { page, filters = [] } = request
  const values = [...scope, ...filters.flatMap((filter) => valuesOf(fieldOf(owner, filter.field), filter))]
  const shape = `${listing.newest} ${filters.map(shapeOf).join(' ')} by ${request.sorts?.join(' ') ?? ''}`
  if (!page) {
    const build = () => orderRows(listing, request, filterRows(listing, filters)).limit(unpagedLimit)
    const query = { owner, shape: `all ${shape}`, values: [...values, unpagedLimit], build }
    const items = await runShaped(ctx.db, query)
    return { items, total: items.length, number: 1, size: unpagedLimit }
  }
  const [size, offset] = [page.size, offsetOf(page)]
  return readPage(ctx.db, page, {
    isNarrowed: filters.length > 0,
    rows: {
      owner,
      shape: `page ${shape}`,
      values: [...values, size, offset],
      build: () => orderRows(listing, request, filterRows(listing, filters)).limit(size).offset(offset),
    },
    count: {
      owner,
      shape: `count ${shape}`,
      values,
      build: () => filterRows(listing, filters).clearSelect().select(sql<number>`count(*)::int`.as('total')),
    },
  })
}

/**
 * One page and its exact total. A page that is neither full nor empty says itself how many there are, so a narrowed list
 * is counted only when it must be; any other is most likely longer than a page, and counted in the same round trip.
 */
export async function readPage<O>(
  db: Handle,
  page: PageRequest,
  list: { isNarrowed: boolean; rows: ShapedQuery<O>; count: ShapedQuery<unknown> },
): Promise<Page<O>> {
  const [items, counted] = list.isNarrowed
    ? [await runShaped(db, list.rows), null]
    : await runBothShaped(db, list.rows, list.count)
  const offset = offsetOf(page)
  const isLast = items.length < page.size && (items.length > 0 || offset === 0)
  if (isLast) return { items, total: offset + items.length, ...page }
  const [row] = counted ?? (await runShaped(db, list.count))
  return { items, total: Number(Object(row).total ?? 0), ...page }
}

function filterRows<DB, TB extends keyof DB, O>(listing: Listing<DB, TB, O>, filters: readonly ListFilter[]) {
  let query = listing.query()
  for (const filter of filters) query = query.where(condition(fieldOf(listing.fields, filter.field), filter))
  return query
}

function orderRows<DB, TB extends keyof DB, O>(
  { fields, newest = 'createdAt' }: Listing<DB, TB, O>,
  { sorts = [] }: ListRequest,
  query: SelectQueryBuilder<DB, TB, O>,
): SelectQueryBuilder<DB, TB, O> {
  const id = fieldOf(fields, 'id').column
  if (sorts.length === 0) return query.orderBy(fieldOf(fields, newest).column, 'desc').orderBy(id, 'desc')
  let ordered = query
  for (const sort of sorts) ordered = ordered.orderBy(fieldOf(fields, sort).column)
  return ordered.orderBy(id)
}

function fieldOf(fields: ListFields, name: string): ListField {
  const field = fields[name]
  if (!field) throw new Error(`A list has no field ${name}.`)
  return field
}

function condition({ column, kind, match }: ListField, filter: ListFilter): RawBuilder<boolean> {
  if ('absent' in filter) return filter.absent ? sql`${column} is null` : sql`${column} is not null`
  if ('from' in filter) return sql`(${column} >= ${filter.from} and ${column} < ${filter.before})`
  if ('contains' in filter) return sql`${column} ilike ${containing(filter.contains)}`
  if (match) return match(filter.oneOf)
  if (kind === 'words') return sql`${column} && ${filter.oneOf}::text[]`
  if (kind === 'id') return sql`${column} = any(${filter.oneOf}::uuid[])`
  if (filter.oneOf.length === 0) return sql`false`
  return sql`${column} in (${sql.join(filter.oneOf)})`
}

// The values that the condition of a filter binds, in their order.
function valuesOf({ kind, match }: ListField, filter: ListFilter): readonly unknown[] {
  if ('absent' in filter) return []
  if ('from' in filter) return [filter.from, filter.before]
  if ('contains' in filter) return [containing(filter.contains)]
  return match || kind === 'words' || kind === 'id' ? [filter.oneOf] : filter.oneOf
}

// Filters of one shape have the same condition, but for their values.
function shapeOf(filter: ListFilter): string {
  if ('absent' in filter) return `${filter.field} ${filter.absent}`
  if ('from' in filter) return `${filter.field} within`
  return 'contains' in filter ? `${filter.field} contains` : `${filter.field} ${filter.oneOf.length}`
}

function containing(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`
}
