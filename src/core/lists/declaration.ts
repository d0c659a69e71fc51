import type { RawBuilder, SelectQueryBuilder } from 'kysely'
import type { Context } from '../context.ts'
import type { Permission } from '../permissions.ts'
import type { Counted } from './counted.ts'
import type { ListFields } from './field.ts'
import type { Term } from './term.ts'

/** The declaration of a list, beside its noun. Both dialects read it. */
export type List<DB, TB extends keyof DB, Row, Item> = {
  /** The noun. Cursors are bound to it. */
  name: string
  permission: Permission
  fields: ListFields
  /** The rows of the organization. Called only when the text of the query is not cached. */
  rows(ctx: Context): SelectQueryBuilder<DB, TB, Row>
  /** The values that `rows` binds, in order. By default the organization's id. */
  scope?(ctx: Context): readonly unknown[]
  /** The field that sorts a list without a sort, newest first. `createdAt` by default. */
  newest?: string
  /** The text that a search looks through, folded by the SQL function fold_text. */
  searched?: RawBuilder<string>
  /** The condition of a search in a list without one searched text. */
  findByText?(ctx: Context, text: string): Term
  /** How rows are counted, in a list that grows without end. Totals and pages then cost the same at any size. */
  counted?: Counted
  /** The conditions of a metadata filter. */
  findByMetadata?(ctx: Context, metadata: Record<string, unknown>): Term[]
  /** Turns rows into records, one for each and in the same order. */
  read(ctx: Context, rows: Row[]): Item[] | Promise<Item[]>
}

/** Declares a list. The function only infers the types. */
export function defineList<DB, TB extends keyof DB, Row, Item>(list: List<DB, TB, Row, Item>): List<DB, TB, Row, Item> {
  return list
}
