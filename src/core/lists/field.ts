import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../context.ts'

/** The kind of a field's values. It decides how the field is filtered, and how cursors store it. */
export type FieldKind = 'text' | 'word' | 'words' | 'number' | 'boolean' | 'time' | 'id'

/** One column of an order, and its type in the database. */
export type OrderKey = { column: RawBuilder<unknown>; type: 'text' | 'bigint' | 'boolean' | 'timestamptz' | 'uuid' }

/** A field by which a list can be filtered and sorted. Its name is the member of the record. */
export type ListField = {
  kind: FieldKind
  column: RawBuilder<unknown>
  /** The columns that sort the field. By default its own column. */
  keys: readonly OrderKey[]
  /** False when sorting by the field makes no sense. */
  sortable: boolean
  /** Whether every row has a value. */
  isNeverEmpty: boolean
  /** Whether values are unique, so that the field is a complete order. */
  isUnique: boolean
  /** Finds values that several columns make together. */
  match?: ((values: readonly unknown[]) => RawBuilder<boolean>) | undefined
  /** Turns a time into a key of the field's order, when ranges are found by key. */
  keyAt?: (moment: unknown) => RawBuilder<unknown>
  /** Finds a text in a column that the database cannot read, with the values that the condition binds. */
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

/** A field of a column (`table.column`) or an expression. Ids and lists of words are not sortable by default. */
export function listField(kind: FieldKind, column: string | RawBuilder<unknown>, options: Options = {}): ListField {
  const expression = typeof column === 'string' ? sql.ref(column) : column
  const keys = [{ column: expression, type: types[kind] }]
  const sortable = kind !== 'id' && kind !== 'words'
  return { kind, column: expression, keys, sortable, isNeverEmpty: false, isUnique: false, ...options }
}
