import { type Expression, type RawBuilder, sql } from 'kysely'
import type { ShapedQuery } from '../../db/index.ts'
import type { Context } from '../context.ts'
import type { Place } from './cursor.ts'
import { boundTo, inOrder, isBehind, type OrderPart } from './order.ts'
import type { Pieces, Term } from './term.ts'

/**
 * How the rows of a list are counted. A kind is one combination of the fields that have few values, and the database
 * stores the number of rows of each kind. Conditions on those fields select kinds, and orders by them group kinds, so
 * only rows of the page are read.
 */
export type Counted = {
  /** The fields that make a kind. */
  fields: readonly string[]
  /** Fields that have one value in all rows of an organization. */
  constant: readonly string[]
  /** The field by which rows are counted as well. */
  parent: string
  /** The field of the last change. Deep pages in its order are fast too. */
  changed: string
  /**
   * The name of the rows in conditions. The relation of kinds has this name too, and the columns `kind` and `n`
   * besides.
   */
  alias: string
  /** Relations of kinds: those of the organization, and those of the rows of some parents. */
  kinds(organizationId: unknown): RawBuilder<unknown>
  kindsUnder(organizationId: unknown, parents: unknown): RawBuilder<unknown>
  /** SQL functions that find the ids of a page (migrations/, verification_page and the like). */
  page: string
  pageByChange: string
  searchPage: string
  /**
   * An SQL function that counts rows by kind whose ids contain a text, and one that asks for that count to be stored.
   */
  searchKinds: string
  wantPiece: string
}

/** The wanted rows of an order: `take` rows after `skip`, or those after the row of a cursor. */
type Wanted = { take: number; skip: number; place?: Place | undefined }

/** The members of a question that this file uses. */
type AnyQuestion = {
  owner: object
  shape: string
  scope: readonly unknown[]
  terms: readonly Term[]
  order: readonly OrderPart[]
  counted: Counted | undefined
}

/**
 * The columns that a query by kinds adds. Each row of a page has them, and an empty page has one row without an id.
 */
export type KeptTotal = { list_total: number; list_is_fresh: boolean }

/** The query for the number of rows; null when it cannot be answered by kinds. */
export function shapeKeptCount(ctx: Context, question: AnyQuestion): ShapedQuery<KeptTotal> | null {
  const { counted, owner, shape, terms } = question
  const [only, ...more] = terms
  if (only?.counted && more.length === 0) {
    const text = sql`select count(*) as list_total, false as list_is_fresh from (${only.counted}) counted`
    return { owner, shape: `kept ${shape}`, values: only.values, build: () => compilable(ctx, text) }
  }
  const under = counted && terms.find(({ fields }) => fields?.join() === counted.parent)
  if (!counted || (under && !isPlainParent(counted, under))) return null
  const found = findKinds(
    ctx,
    counted,
    terms.filter((term) => term !== under),
    under,
  )
  if (!found) return null
  const text = sql`with ${found.text} select total as list_total, is_fresh as list_is_fresh from counted`
  return { owner, shape: `kept ${shape}`, values: found.values, build: () => compilable(ctx, text) }
}

/** The query for a page and its total in one snapshot. Null when its conditions or its order are not about kinds. */
export function shapeKeptPage<Row>(
  ctx: Context,
  question: AnyQuestion & { rows(): Expression<Row> },
  wanted: Wanted,
): ShapedQuery<Row & KeptTotal> | null {
  const { counted, owner, shape, terms, scope } = question
  const kinds = counted && findKinds(ctx, counted, terms, undefined, wanted.place)
  if (!counted || !kinds) return null
  const ids = findIds(ctx, question, counted, wanted)
  if (!ids) return null
  const values = [...kinds.values, ...ids.values, ...scope]
  const build = () =>
    compilable<Row & KeptTotal>(
      ctx,
      sql`with ${kinds.text}, asked as materialized (select total, is_fresh, ${ids.text} as ids from counted)
        select asked.total as list_total, asked.is_fresh as list_is_fresh, item.* from asked
        left join lateral unnest(asked.ids) with ordinality place (id, number) on true
        left join (${question.rows()}) item on item.id = place.id order by place.number`,
    )
  return { owner, shape: `${ids.shape} ${shape}`, values, build }
}

/** The rows that a search finds, as one condition on their ids. For orders in which few rows match. */
export function findAmong(ctx: Context, question: AnyQuestion, total: number): Term | null {
  const { counted, terms } = question
  const pieces = terms.find((term) => term.pieces)?.pieces
  const kinds = counted && pieces && findKinds(ctx, counted, terms)
  if (!kinds) return null
  const byId: OrderPart = { field: 'id', column: sql``, type: 'uuid', direction: 'desc', isNeverEmpty: true }
  const wanted = { lead: [], byId, placeOf: () => null, take: total, skip: 0 }
  const ids = pageByPieces(ctx, counted, pieces, wanted)
  return {
    shape: 'among',
    values: [...kinds.values, ...ids.values],
    condition: sql`${sql.ref(`${counted.alias}.id`)} = any((with ${kinds.text} select ${ids.text} from counted)::uuid[])`,
  }
}

/** The query for the number of rows in the organization. */
export function shapeKeptWhole(ctx: Context, question: AnyQuestion): ShapedQuery<KeptTotal> | null {
  return shapeKeptCount(ctx, { ...question, shape: 'whole', terms: [] })
}

/** Asks the database to store a count of a text in ids that was slow to compute. */
export async function wishKept(ctx: Context, { counted, terms }: AnyQuestion, found: Partial<KeptTotal> | undefined) {
  const piece = terms.find(({ pieces }) => pieces)?.pieces?.inId
  if (!counted || !piece || !found?.list_is_fresh || Number(found.list_total) < worthKeeping) return
  await sql`select ${sql.ref(counted.wantPiece)}(${piece})`.execute(ctx.db)
}

const worthKeeping = 2_000

type Part = { shape: string; values: readonly unknown[]; text: RawBuilder<unknown> }

// The kinds that meet the conditions, and their number of rows. A walk has its total in its cursor.
function findKinds(
  { organizationId }: Context,
  counted: Counted,
  terms: readonly Term[],
  under?: Term,
  place?: Place,
): Part | null {
  const search = terms.find(({ pieces }) => pieces)
  const others = terms.filter((term) => term !== search)
  if (!others.every((term) => isOfKinds(counted, term)) || (search && under)) return null
  const parents = under?.values ?? []
  const list = Array.isArray(parents[0]) ? sql`${parents[0]}::uuid[]` : sql`array[${parents[0]}::uuid]`
  const kinds = under ? counted.kindsUnder(organizationId, list) : counted.kinds(organizationId)
  const pieces = search?.pieces
  const words = pieces?.words ?? { values: [], condition: sql<boolean>`true` }
  const found = pieces && !place ? countPieces(organizationId, counted, pieces) : null
  const total = place
    ? sql`greatest(1, least(${place.total}, coalesce((select sum(n) from kinds), 0) - 1))`
    : sql`(
    coalesce((select sum(n) from matching where is_word), 0)${found ? sql` + coalesce((select sum(n) from found), 0)` : sql``})`
  const text = sql`kinds as materialized (select * from ${kinds} as kinds),
    matching as materialized (select *, ${words.condition} as is_word from kinds as ${sql.ref(counted.alias)}
      where ${sql.join([sql`true`, ...others.map(({ condition }) => condition)], sql` and `)}),
    ${found ? sql`found as materialized (${found.text}),` : sql``}
    counted as materialized (select ${total}::bigint as total,
      ${found ? sql`exists (select from found where not is_kept)` : sql`false`} as is_fresh)`
  const values = [
    organizationId,
    ...parents,
    ...words.values,
    ...others.flatMap((term) => term.values),
    ...(found?.values ?? []),
  ]
  return { shape: '', values, text }
}

// Counts rows by their ids only if the words do not match some kind as a whole.
function countPieces(organizationId: unknown, counted: Counted, { inParent, inId }: Pieces): Part {
  const text = sql`select piece.* from (select where exists (select from matching where not is_word)) once
    cross join lateral ${sql.ref(counted.searchKinds)}(${organizationId}::uuid, ${inParent}::text, ${inId}::text) piece
    where piece.kind in (select kind from matching where not is_word)`
  return { shape: '', values: [organizationId, inParent, inId], text }
}

function findIds(ctx: Context, question: AnyQuestion, counted: Counted, wanted: Wanted): Part | null {
  const end = question.order.findIndex(({ field }) => field === 'id' || field === 'createdAt')
  const byId = question.order[end]
  const lead = question.order.slice(0, end).filter(({ field }) => !counted.constant.includes(field))
  if (byId && lead.every(({ field }) => counted.fields.includes(field))) {
    const pieces = question.terms.find((term) => term.pieces)?.pieces
    // The values in a cursor have the order of the keys.
    const placeOf = (part: OrderPart) => wanted.place?.values[question.order.indexOf(part)] ?? null
    if (!pieces) return pageByKinds(ctx, counted, { lead, byId, placeOf, ...wanted })
    return lead.length === 0 ? pageByPieces(ctx, counted, pieces, { lead, byId, placeOf, ...wanted }) : null
  }
  return pageByChange(ctx, question, counted, wanted)
}

type Ordered = Wanted & { lead: OrderPart[]; byId: OrderPart; placeOf(part: OrderPart): string | null }

function pageByKinds({ organizationId }: Context, counted: Counted, { lead, byId, placeOf, ...wanted }: Ordered): Part {
  const { take, skip, place } = wanted
  const group = lead.length > 0 ? sql`dense_rank() over (order by ${inOrder(lead)})` : sql`1::bigint`
  const isAt = sql.join([sql`true`, ...lead.map((part) => isSame(part, placeOf(part)))], sql` and `)
  const ahead = place ? sql`(${isBehind(lead, lead.map(placeOf))} or (${isAt}))` : sql`true`
  const bounded = place ? sql`max(grp) filter (where is_at)` : sql`null::bigint`
  const text = sql`(select ${sql.ref(counted.page)}(${organizationId}::uuid, array_agg(kind order by kind), array_agg(n order by kind),
      array_agg(grp order by kind), count(*) = (select count(*) from kinds), ${bounded}, ${behindOf(byId, placeOf, place)},
      ${isUpward(byId)}, ${skip}, ${take})
    from (select kind, n, ${group} as grp, ${place ? isAt : sql`false`} as is_at from matching as ${sql.ref(counted.alias)}
      where ${ahead}) grouped)`
  // The text of a walk depends on which values are null, so it is built each time.
  return { shape: `${place ? 'walk' : 'page'} by kinds`, values: place ? [] : [organizationId, skip, take], text }
}

function pageByPieces(
  { organizationId }: Context,
  counted: Counted,
  { inParent, inId }: Pieces,
  { byId, placeOf, take, skip, place }: Ordered,
): Part {
  const text = sql`${sql.ref(counted.searchPage)}(${organizationId}::uuid, (select array_agg(kind) from matching where is_word),
    (select array_agg(kind) from matching where not is_word), (select coalesce(sum(n), 0)::bigint from kinds), total,
    ${inParent}::text, ${inId}::text, ${isUpward(byId)}, ${behindOf(byId, placeOf, place)}, ${skip}, ${take})`
  const values = place ? [] : [organizationId, inParent, inId, skip, take]
  return { shape: `${place ? 'walk' : 'page'} by pieces`, values, text }
}

function pageByChange(
  { organizationId }: Context,
  { order, terms }: AnyQuestion,
  counted: Counted,
  { take, skip, place }: Wanted,
): Part | null {
  const [first, second, ...more] = order
  const isByChange = first?.field === counted.changed && second?.field === 'id' && more.length === 0
  if (place || terms.length > 0 || !isByChange || first.direction !== second.direction) return null
  const text = sql`${sql.ref(counted.pageByChange)}(${organizationId}::uuid, total, ${isUpward(first)}, ${skip}, ${take})`
  return { shape: 'page by change', values: [organizationId, skip, take], text }
}

const isUpward = ({ direction }: OrderPart) => sql.lit(direction === 'asc')

function behindOf(byId: OrderPart, placeOf: Ordered['placeOf'], place: Place | undefined): RawBuilder<unknown> {
  return place ? sql`${placeOf(byId)}::uuid` : sql`null::uuid`
}

function isOfKinds(counted: Counted, { fields, pieces }: Term): boolean {
  return !pieces && (fields?.every((field) => counted.fields.includes(field)) ?? false)
}

// A condition on parents by id.
function isPlainParent({ parent }: Counted, { shape, values }: Term): boolean {
  return values.length === 1 && [`${parent} id`, `${parent} ids`].includes(shape)
}

function isSame(part: OrderPart, value: string | null): RawBuilder<boolean> {
  return sql`${part.column} is not distinct from ${boundTo(part, value)}`
}

function compilable<O>(ctx: Context, text: RawBuilder<unknown>) {
  return { compile: () => text.$castTo<O>().compile(ctx.db) }
}
