import type { RawBuilder, SelectQueryBuilder } from 'kysely'
import type { Context } from '../context.ts'
import type { Permission } from '../permissions.ts'
import type { Counted } from './counted.ts'
import type { ListFields } from './field.ts'
import type { Term } from './term.ts'

/** What a noun is listed by, declared beside the noun. Both dialects read it. */
export type List<DB, TB extends keyof DB, Row, Item> = {
  /** The noun; a cursor is bound to it. */
  name: string
  permission: Permission
  fields: ListFields
  /** The rows of the organization. Called only when the text of the query is not known yet. */
  rows(ctx: Context): SelectQueryBuilder<DB, TB, Row>
  /** The values that `rows` binds, in their order: the organization's id unless said. */
  scope?(ctx: Context): readonly unknown[]
  /** The field by which the newest come first when nothing else is asked for; `createdAt` unless said. */
  newest?: string
  /** The text that a search looks through, folded as fold_text of the database does. */
  searched?: RawBuilder<string>
  /** The condition that a search stands for, where there is no one text to look through. */
  findByText?(ctx: Context, text: string): Term
  /** How its rows are counted, for a list that grows without end: totals and pages cost the same at any size. */
  counted?: Counted
  /** The conditions that metadata stands for. */
  findByMetadata?(ctx: Context, metadata: Record<string, unknown>): Term[]
  /** The records of rows, one for each and in their order. */
  read(ctx: Context, rows: Row[]): Item[] | Promise<Item[]>
}

/** A list as its noun declares it. */
export function defineList<DB, TB extends keyof DB, Row, Item>(list: List<DB, TB, Row, Item>): List<DB, TB, Row, Item> {
  return list
}
