import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../context.ts'
import type { ListField, ListFields } from './field.ts'
import type { ListFilter } from './request.ts'

/**
 * One condition of a list. `shape` is its text without values, and `values` are bound in order. `fields` are the only
 * fields it depends on; undefined means that it may depend on anything.
 */
export type Term = {
  shape: string
  values: readonly unknown[]
  condition: RawBuilder<boolean>
  fields?: readonly string[]
  pieces?: Pieces
  /** A relation of the matching rows that is fast to count. */
  counted?: RawBuilder<unknown>
  /** The condition in a form that is tested row by row, for walking an order. */
  probe?: RawBuilder<boolean>
}

/**
 * A search that matches some kinds as a whole by their words, and rows of other kinds by their id or their parent's id.
 */
export type Pieces = {
  words: { values: readonly unknown[]; condition: RawBuilder<boolean> }
  /** The text as it can occur in ids of parents, and in ids of rows; null where it cannot occur. */
  inParent: string | null
  inId: string | null
}

/** The condition of a filter. Throws an Error for an undeclared field, because dialects know the fields. */
export function termOf(ctx: Context, fields: ListFields, filter: ListFilter): Term {
  return { fields: [filter.field], ...conditionOf(ctx, fields, filter) }
}

function conditionOf(ctx: Context, fields: ListFields, filter: ListFilter): Term {
  const { field: name } = filter
  const field = fieldOf(fields, name)
  const { column, kind, match, contains } = field
  if ('absent' in filter) {
    const condition = filter.absent ? sql<boolean>`${column} is null` : sql<boolean>`${column} is not null`
    return { shape: `${name} ${filter.absent}`, values: [], condition }
  }
  if ('contains' in filter && contains) return { shape: `${name} found`, ...contains(ctx, filter.contains) }
  if ('contains' in filter) {
    return {
      shape: `${name} contains`,
      values: [filter.contains],
      condition: containsText(sql`fold_text(${column})`, filter.contains),
    }
  }
  if (!('oneOf' in filter)) return rangeTerm(name, field, filter)
  const values = filter.oneOf.filter((value) => value !== null)
  const found = hasOneOf(name, { column, kind, match }, values)
  if (values.length === filter.oneOf.length) return found
  return { ...found, shape: `${found.shape} or none`, condition: sql`(${found.condition} or ${column} is null)` }
}

function hasOneOf(name: string, field: Pick<ListField, 'column' | 'kind' | 'match'>, values: readonly unknown[]): Term {
  const { column, kind, match } = field
  if (match) return { shape: `${name} match`, values: [values], condition: match(values) }
  if (kind === 'words')
    return { shape: `${name} any`, values: [values], condition: sql`${column} && ${values}::text[]` }
  // PostgreSQL can keep an order for one id, but not for any of several.
  if (kind === 'id' && values.length === 1)
    return { shape: `${name} id`, values, condition: sql`${column} = ${values[0]}::uuid` }
  if (kind === 'id')
    return { shape: `${name} ids`, values: [values], condition: sql`${column} = any(${values}::uuid[])` }
  const condition = values.length === 0 ? sql<boolean>`false` : sql<boolean>`${column} in (${sql.join(values)})`
  return { shape: `${name} ${values.length}`, values, condition }
}

/** A declared field. Throws an Error for an undeclared one. */
export function fieldOf(fields: ListFields, name: string): ListField {
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined
  if (!field) throw new Error(`A list has no field ${name}.`)
  return field
}

/** Whether a folded text contains another text. The other text is folded once. */
export function containsText(folded: RawBuilder<unknown>, text: string): RawBuilder<boolean> {
  return sql`position((select fold_text(${text})) in ${folded}) > 0`
}

type Range = Extract<ListFilter, { from?: unknown }>

function rangeTerm(name: string, { column, keys, keyAt }: ListField, { from, before }: Range): Term {
  const key = (keyAt && keys[0]?.column) ?? column
  const end = keyAt ?? ((value: unknown) => sql`${value}`)
  const parts: RawBuilder<boolean>[] = []
  if (from !== undefined) parts.push(sql`${key} >= ${end(from)}`)
  if (before !== undefined) parts.push(sql`${key} < ${end(before)}`)
  const shape = `${name}${from === undefined ? '' : ' from'}${before === undefined ? '' : ' before'}`
  const values = [from, before].filter((end) => end !== undefined)
  return { shape, values, condition: parts.length > 0 ? sql`(${sql.join(parts, sql` and `)})` : sql`true` }
}
