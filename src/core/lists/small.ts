import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { foldText } from '../fold.ts'
import type { Id } from '../ids.ts'
import { type Permission, requirePermission } from '../permissions.ts'
import { formatCursor, questionOf, readCursor } from './cursor.ts'
import { type FieldKind, type ListField, type ListFields, listField } from './field.ts'
import { offsetOf, type Page } from './page.ts'
import type { FilterMoment, ListFilter, ListRequest, ListSort, Walk } from './request.ts'

type Item = { readonly id: Id }

/** A list of a few items in memory. Its fields are members of the items. */
type SmallList = { name: string; permission: Permission; fields: ListFields }

/** A field of a list in memory. */
export function smallField(kind: FieldKind, options: Partial<Pick<ListField, 'sortable'>> = {}): ListField {
  return listField(kind, sql`null`, options)
}

/**
 * A page of items in memory, in their own order by default. Filters, orders, pages and cursors work as in listRows.
 * Throws `permission_missing`, and `validation_failed` for an invalid cursor.
 */
export function listSmall<T extends Item>(
  ctx: Context,
  { name, permission }: SmallList,
  items: readonly T[],
  request: ListRequest,
): Page<T> {
  requirePermission(ctx, permission)
  const { filters = [], sorts = [], page, walk } = request
  const found = items.filter((item) => filters.every((filter) => meets(item, filter)))
  if (sorts.length > 0) found.sort((a, b) => compareBy(sorts, a, b))
  if (walk) return walkItems(found, questionOf(name, request), walk)
  if (!page) return { items: found, total: found.length, number: 1, size: Math.max(1, found.length) }
  return { items: found.slice(offsetOf(page), offsetOf(page) + page.size), total: found.length, ...page }
}

/** The ids that a request asks for; null for all. For lists whose items are expensive to compute. */
export function askedIds({ filters = [] }: ListRequest, field = 'id'): Id[] | null {
  const found = filters.find((filter) => filter.field === field && 'oneOf' in filter)
  return found && 'oneOf' in found ? found.oneOf.filter((value) => typeof value === 'string') : null
}

function meets(item: Item, filter: ListFilter): boolean {
  const value: unknown = Reflect.get(item, filter.field)
  if ('absent' in filter) return (value === null || value === undefined) === filter.absent
  if ('contains' in filter) return typeof value === 'string' && foldText(value).includes(foldText(filter.contains))
  if ('oneOf' in filter)
    return filter.oneOf.some((one) => (Array.isArray(value) ? value.includes(one) : isSame(value, one)))
  const { from, before } = filter
  const number = value instanceof Date ? value.getTime() : Number(value)
  if (value === null || value === undefined || Number.isNaN(number)) return false
  return (from === undefined || number >= endOf(from)) && (before === undefined || number < endOf(before))
}

const isSame = (value: unknown, one: unknown) => (value ?? null) === one

function endOf(end: FilterMoment | number): number {
  return typeof end === 'number' ? end : new Date(end).getTime()
}

function compareBy(sorts: readonly ListSort[], a: Item, b: Item): number {
  for (const { field, direction } of sorts) {
    const order = compare(Reflect.get(a, field), Reflect.get(b, field))
    if (order !== 0) return direction === 'asc' ? order : -order
  }
  return compare(a.id, b.id)
}

// Nulls come last in ascending order, as in PostgreSQL.
function compare(a: unknown, b: unknown): number {
  const [isEmpty, isOtherEmpty] = [a ?? null, b ?? null].map((value) => value === null)
  if (isEmpty || isOtherEmpty) return Number(isEmpty) - Number(isOtherEmpty)
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : Number(a > b)
  return Number(a) - Number(b)
}

function walkItems<T extends Item>(found: readonly T[], asked: string, { size, after, before }: Walk): Page<T> {
  const place = (text: string) => {
    const { values, number } = readCursor(asked, 2, text)
    const index = found.findIndex(({ id }) => id === values[0])
    // When the cursor's item is gone, its old index is used.
    return { index: index === -1 ? Math.min(Number(values[1]) || 0, found.length) : index, number }
  }
  const start = after === undefined ? null : place(after)
  const end = before === undefined ? null : place(before)
  const first = end ? Math.max(0, end.index - size) : start ? start.index + 1 : 0
  const items = found.slice(first, end ? end.index : first + size)
  const number = start ? start.number + 1 : Math.max(1, (end?.number ?? 2) - 1)
  const total = found.length
  const cursors = items.map(({ id }, index) =>
    formatCursor(asked, { values: [id, String(first + index)], number, total }),
  )
  const next = first + items.length < total ? (cursors.at(-1) ?? null) : null
  const previous = first > 0 ? (cursors[0] ?? null) : null
  return { items, total, number, size, walk: { next, previous, cursors } }
}
