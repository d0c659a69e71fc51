import type { SelectQueryBuilder } from 'kysely'
import type { Context } from '../context.ts'
import { invalid } from '../errors.ts'
import { checkText } from '../text.ts'
import type { Counted } from './counted.ts'
import type { List } from './declaration.ts'
import { type OrderPart, orderOf } from './order.ts'
import type { ListRequest } from './request.ts'
import { containsText, type Term, termOf } from './term.ts'

/** A list and a request: the rows that meet all conditions, and their order. */
export type Question<DB, TB extends keyof DB, Row> = {
  /** Queries of one owner and one shape have the same text. */
  owner: object
  shape: string
  /** The values that `matching` binds, in order. */
  values: readonly unknown[]
  scope: readonly unknown[]
  terms: readonly Term[]
  isNarrowed: boolean
  /** Whether the request has another order than the list's own. */
  isSorted: boolean
  order: OrderPart[]
  counted: Counted | undefined
  /** The rows of the organization, without conditions. */
  rows(): SelectQueryBuilder<DB, TB, Row>
  matching(): SelectQueryBuilder<DB, TB, Row>
  /** The same rows as `matching`, with conditions that are tested while the order is walked. */
  probing(): SelectQueryBuilder<DB, TB, Row>
}

/** Reads a request for a declared list. Throws `validation_failed`. */
export function readQuestion<DB, TB extends keyof DB, Row, Item>(
  ctx: Context,
  list: List<DB, TB, Row, Item>,
  request: ListRequest,
): Question<DB, TB, Row> {
  const terms = termsOf(ctx, list, request)
  const order = orderOf(list.fields, list.newest ?? 'createdAt', request.sorts)
  const sorts = request.sorts?.map(({ field, direction }) => `${field} ${direction}`) ?? []
  const scope = list.scope?.(ctx) ?? [ctx.organizationId]
  return {
    owner: list,
    shape: `${terms.map((term) => term.shape).join(', ')} by ${sorts.join()}`,
    values: [...scope, ...terms.flatMap((term) => term.values)],
    scope,
    terms,
    isNarrowed: terms.length > 0,
    isSorted: order[0]?.field !== (list.newest ?? 'createdAt'),
    order,
    counted: list.counted,
    rows: () => list.rows(ctx),
    matching: () => narrow(list.rows(ctx), terms, ({ condition }) => condition),
    probing: () => narrow(list.rows(ctx), terms, ({ condition, probe }) => probe ?? condition),
  }
}

function narrow<DB, TB extends keyof DB, Row>(
  rows: SelectQueryBuilder<DB, TB, Row>,
  terms: readonly Term[],
  conditionOf: (term: Term) => Term['condition'],
): SelectQueryBuilder<DB, TB, Row> {
  return terms.reduce((query, term) => query.where(conditionOf(term)), rows)
}

function termsOf<DB, TB extends keyof DB, Row, Item>(
  ctx: Context,
  list: List<DB, TB, Row, Item>,
  { search, metadata, filters = [] }: ListRequest,
): Term[] {
  const searching = search ? searchTerms(ctx, list, search) : []
  const byMetadata = metadata && list.findByMetadata ? list.findByMetadata(ctx, metadata) : []
  return [...searching, ...byMetadata, ...filters.map((filter) => termOf(ctx, list.fields, filter))]
}

function searchTerms<DB, TB extends keyof DB, Row, Item>(
  ctx: Context,
  { searched, findByText }: List<DB, TB, Row, Item>,
  text: string,
): Term[] {
  if (!searched && !findByText) return []
  const faults = checkText(['search'], text, { maxLength: 200 })
  if (faults.length > 0) throw invalid(faults)
  if (findByText) return [findByText(ctx, text)]
  return searched ? [{ shape: 'search', values: [text], condition: containsText(searched, text) }] : []
}
