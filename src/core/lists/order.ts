import { type RawBuilder, sql } from 'kysely'
import type { ListFields, OrderKey } from './field.ts'
import type { ListSort } from './request.ts'
import { fieldOf } from './term.ts'

/**
 * One key of an order with its direction. As in PostgreSQL, nulls are last in ascending and first in descending order.
 */
export type OrderPart = OrderKey & { field: string; direction: 'asc' | 'desc'; isNeverEmpty: boolean }

/**
 * The order of a request; newest first by default. The id is the last key, in the direction of the key before, so that
 * no row is on two pages or on none.
 */
export function orderOf(fields: ListFields, newest: string, sorts: readonly ListSort[] | undefined): OrderPart[] {
  const wanted: readonly ListSort[] = sorts?.length ? sorts : [{ field: newest, direction: 'desc' }]
  const isWhole = wanted.some(({ field }) => field === 'id' || fieldOf(fields, field).isUnique)
  const last: ListSort = { field: 'id', direction: wanted.at(-1)?.direction ?? 'desc' }
  return [...wanted, ...(isWhole ? [] : [last])].flatMap(({ field, direction }) => {
    const { keys, isNeverEmpty } = fieldOf(fields, field)
    return keys.map((key) => ({ ...key, field, direction, isNeverEmpty: isNeverEmpty || field === 'id' }))
  })
}

/** The reverse order. */
export function turnAround(order: readonly OrderPart[]): OrderPart[] {
  return order.map((part) => ({ ...part, direction: part.direction === 'asc' ? 'desc' : 'asc' }))
}

/** The content of an ORDER BY clause. */
export function inOrder(order: readonly OrderPart[]): RawBuilder<unknown> {
  return sql.join(order.map(({ column, direction }) => sql`${column} ${sql.raw(direction)}`))
}

/** Whether a row comes after the row with these values, which are given as text. */
export function isBehind(order: readonly OrderPart[], values: readonly (string | null)[]): RawBuilder<boolean> {
  const [first] = order
  const isPlain = order.every(({ direction, isNeverEmpty }) => isNeverEmpty && direction === first?.direction)
  if (first && isPlain) {
    // PostgreSQL finds a place in an index by a comparison of rows.
    const columns = sql.join(order.map(({ column }) => column))
    const place = sql.join(order.map((part, index) => boundTo(part, values[index] ?? null)))
    return sql`(${columns}) ${sql.raw(first.direction === 'asc' ? '>' : '<')} (${place})`
  }
  return order.reduceRight<RawBuilder<boolean>>(
    (rest, part, index) => isBehindInKey(part, values[index] ?? null, rest),
    sql`false`,
  )
}

function isBehindInKey(part: OrderPart, value: string | null, rest: RawBuilder<boolean>): RawBuilder<boolean> {
  const { column, direction } = part
  if (value === null) {
    const further = direction === 'asc' ? sql`false` : sql`${column} is not null`
    return sql`(${further} or (${column} is null and ${rest}))`
  }
  const bound = boundTo(part, value)
  const further = direction === 'asc' ? sql`(${column} > ${bound} or ${column} is null)` : sql`${column} < ${bound}`
  return sql`(${further} or (${column} = ${bound} and ${rest}))`
}

/** A value of a cursor with the type of its key. */
export function boundTo({ type }: OrderPart, value: string | null): RawBuilder<unknown> {
  return sql`${value}::${sql.raw(type)}`
}
