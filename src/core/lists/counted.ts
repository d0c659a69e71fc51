import { type Expression, type RawBuilder, sql } from 'kysely'
import type { ShapedQuery } from '../../db/index.ts'
import type { Context } from '../context.ts'
import type { Place } from './cursor.ts'
import { boundTo, inOrder, isBehind, type OrderPart } from './order.ts'
import type { Term } from './term.ts'

/**
 * How the rows of a list are counted: a kind is one combination of the fields that have few values, and the database keeps
 * how many rows each has. Conditions on those fields are asked of the kinds, of which there are few, and orders by them
 * put the kinds in groups; so no row is visited that is not on the page.
 */
export type Counted = {
  /** The fields that a kind is made of. */
  fields: readonly string[]
  /** Fields with the same value in every row of an organization. */
  constant: readonly string[]
  /** The field that rows are counted under as well. */
  parent: string
  /** The field of the last change, in whose order deep pages are found too. */
  changed: string
  /** The name that conditions know the rows by. Kinds are asked under it, and have the same columns, `kind` and `n`. */
  alias: string
  /** Relations of the kinds that there are: of the organization, and of the rows under some parents. */
  kinds(organizationId: unknown): RawBuilder<unknown>
  kindsUnder(organizationId: unknown, parents: unknown): RawBuilder<unknown>
  /** Functions that find the ids of a page (migrations/, verification_page and verification_page_by_change). */
  page: string
  pageByChange: string
}

/** Which rows of an order: some after `skip`, or those behind a row that a cursor names. */
export type Wanted = { take: number; skip: number; place?: Place | undefined }

/** What of a question matters here. */
type AnyQuestion = {
  owner: object
  shape: string
  scope: readonly unknown[]
  terms: readonly Term[]
  order: readonly OrderPart[]
  counted: Counted | undefined
}

/** The question for how many rows there are, in the column `total`; null when only the rows can tell. */
export function shapeKeptCount(ctx: Context, question: AnyQuestion): ShapedQuery<unknown> | null {
  const { counted, owner, shape, terms } = question
  if (!counted) return null
  const under = terms.find(({ fields }) => fields?.join() === counted.parent)
  const others = terms.filter((term) => term !== under)
  if (!others.every((term) => isOfKinds(counted, term))) return null
  const parents = under?.shape.startsWith(`${counted.parent} id`) ? under.values : []
  if (under && (parents.length !== 1 || under.shape.includes('or none'))) return null
  const list = under && !Array.isArray(parents[0]) ? sql`array[${parents[0]}::uuid]` : sql`${parents[0]}::uuid[]`
  const kinds = under ? counted.kindsUnder(ctx.organizationId, list) : counted.kinds(ctx.organizationId)
  const text = sql`select coalesce(sum(n), 0)::bigint as total from ${kinds} as ${sql.ref(counted.alias)}
    where ${whereAll(others)}`
  const values = [ctx.organizationId, ...parents, ...others.flatMap((term) => term.values)]
  return { owner, shape: `kept ${shape}`, values, build: () => compilable(ctx, text) }
}

/**
 * The question for a page and its total, both of one moment: rows have the total in `list_total`, and an empty page is one
 * row without an id. Null when the conditions or the order are not of kinds.
 */
export function shapeKeptPage<Row>(
  ctx: Context,
  question: AnyQuestion & { rows(): Expression<Row> },
  wanted: Wanted,
): ShapedQuery<Row & { list_total: number }> | null {
  const { counted, owner, shape, terms, scope } = question
  if (!counted || !terms.every((term) => isOfKinds(counted, term))) return null
  const ids = pageByKinds(ctx, question, counted, wanted) ?? pageByChange(ctx, question, counted, wanted)
  if (!ids) return null
  const values = [ctx.organizationId, ...terms.flatMap((term) => term.values), ...ids.values, ...scope]
  const build = () =>
    compilable<Row & { list_total: number }>(
      ctx,
      sql`with kinds as materialized (select * from ${counted.kinds(ctx.organizationId)} as kinds),
        matching as materialized (select * from kinds as ${sql.ref(counted.alias)} where ${whereAll(terms)}),
        asked as materialized (select (select coalesce(sum(n), 0)::bigint from matching) as total, ${ids.text} as ids)
        select asked.total as list_total, item.* from asked
        left join lateral unnest(asked.ids) with ordinality place (id, number) on true
        left join (${question.rows()}) item on item.id = place.id order by place.number`,
    )
  return { owner, shape: `${ids.shape} ${shape}`, values, build }
}

type Ids = { shape: string; values: readonly unknown[]; text: RawBuilder<unknown> }

function pageByKinds(
  { organizationId }: Context,
  { order }: AnyQuestion,
  counted: Counted,
  { take, skip, place }: Wanted,
): Ids | null {
  const end = order.findIndex(({ field }) => field === 'id' || field === 'createdAt')
  const byId = order[end]
  const lead = order.slice(0, end).filter(({ field }) => !counted.constant.includes(field))
  if (!byId || !lead.every(({ field }) => counted.fields.includes(field))) return null
  const upward = sql.lit(byId.direction === 'asc')
  const group = lead.length > 0 ? sql`dense_rank() over (order by ${inOrder(lead)})` : sql`1::bigint`
  // The values of a cursor stand in the place of their keys.
  const placeOf = (part: OrderPart) => place?.values[order.indexOf(part)] ?? null
  const isAt = sql.join([sql`true`, ...lead.map((part) => isSame(part, placeOf(part)))], sql` and `)
  const ahead = place ? sql`(${isBehind(lead, lead.map(placeOf))} or (${isAt}))` : sql`true`
  const bounded = place ? sql`max(grp) filter (where is_at)` : sql`null::bigint`
  const behind = place ? sql`${placeOf(byId)}::uuid` : sql`null::uuid`
  const text = sql`(select ${sql.ref(counted.page)}(${organizationId}::uuid, array_agg(kind order by kind), array_agg(n order by kind),
      array_agg(grp order by kind), count(*) = (select count(*) from kinds), ${bounded}, ${behind}, ${upward}, ${skip}, ${take})
    from (select kind, n, ${group} as grp, ${place ? isAt : sql`false`} as is_at from matching as ${sql.ref(counted.alias)}
      where ${ahead}) grouped)`
  const shape = place ? 'walk by kinds' : 'page by kinds'
  // A walk's text depends on where values are missing; it is built each time.
  return { shape, values: place ? [] : [organizationId, skip, take], text }
}

function pageByChange(
  { organizationId }: Context,
  { order, terms }: AnyQuestion,
  counted: Counted,
  { take, skip, place }: Wanted,
): Ids | null {
  const [first, second, ...more] = order
  const isByChange = first?.field === counted.changed && second?.field === 'id' && more.length === 0
  if (place || terms.length > 0 || !isByChange || first.direction !== second.direction) return null
  const upward = sql.lit(first.direction === 'asc')
  const text = sql`${sql.ref(counted.pageByChange)}(${organizationId}::uuid,
    (select coalesce(sum(n), 0)::bigint from matching), ${upward}, ${skip}, ${take})`
  return { shape: 'page by change', values: [organizationId, skip, take], text }
}

function isOfKinds(counted: Counted, { fields }: Term): boolean {
  return fields?.every((field) => counted.fields.includes(field)) ?? false
}

function isSame(part: OrderPart, value: string | null): RawBuilder<boolean> {
  return sql`${part.column} is not distinct from ${boundTo(part, value)}`
}

function whereAll(terms: readonly Term[]): RawBuilder<unknown> {
  return sql.join([sql`true`, ...terms.map(({ condition }) => condition)], sql` and `)
}

function compilable<O>(ctx: Context, text: RawBuilder<unknown>) {
  return { compile: () => text.$castTo<O>().compile(ctx.db) }
}
