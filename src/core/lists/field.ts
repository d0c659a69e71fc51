import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../context.ts'

/** What a field holds; it decides how the field is filtered, and how a place in its order is written down. */
export type FieldKind = 'text' | 'word' | 'words' | 'number' | 'boolean' | 'time' | 'id'

/** One column of an order, and the type that its values have in the database. */
export type OrderKey = { column: RawBuilder<unknown>; type: 'text' | 'bigint' | 'boolean' | 'timestamptz' | 'uuid' }

/** A field that a list can be filtered and sorted by, under the name it has on the record. */
export type ListField = {
  kind: FieldKind
  column: RawBuilder<unknown>
  /** What the field is sorted by: its column, or the columns that its value is made of. */
  keys: readonly OrderKey[]
  /** False keeps a field out of sorting, because its order means nothing. */
  sortable: boolean
  /** Whether every row has a value. */
  isNeverEmpty: boolean
  /** Whether no two rows have the same value, so that it is an order by itself. */
  isUnique: boolean
  /** How to find values that are made of several columns. */
  match?: ((values: readonly unknown[]) => RawBuilder<boolean>) | undefined
  /** The key that stands for a moment in the order of the field, where ranges are found by that rather than by the column. */
  keyAt?: (moment: unknown) => RawBuilder<unknown>
  /** How to find a text in what the database cannot read, with the values that the condition binds. */
  contains?: (ctx: Context, text: string) => { values: readonly unknown[]; condition: RawBuilder<boolean> }
}
export type ListFields = Record<string, ListField>

type Options = Partial<
  Pick<ListField, 'sortable' | 'isNeverEmpty' | 'isUnique' | 'keys' | 'keyAt' | 'match' | 'contains'>
>

const types = {
  text: 'text',
  word: 'text',
  words: 'text',
  number: 'bigint',
  boolean: 'boolean',
  time: 'timestamptz',
  id: 'uuid',
} as const

/** A field over a column, `table.column` or an expression. Ids and lists of words have no order worth asking for. */
export function listField(kind: FieldKind, column: string | RawBuilder<unknown>, options: Options = {}): ListField {
  const expression = typeof column === 'string' ? sql.ref(column) : column
  const keys = [{ column: expression, type: types[kind] }]
  const sortable = kind !== 'id' && kind !== 'words'
  return { kind, column: expression, keys, sortable, isNeverEmpty: false, isUnique: false, ...options }
}
