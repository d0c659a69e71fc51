import { sql } from 'kysely'
import { type ShapedQuery, send, sendOne } from '../../db/index.ts'
import type { Context } from '../context.ts'
import { requirePermission } from '../permissions.ts'
import { findAmong, type KeptTotal, shapeKeptCount, shapeKeptPage, shapeKeptWhole, wishKept } from './counted.ts'
import type { List } from './declaration.ts'
import { inOrder } from './order.ts'
import { offsetOf, type Page, type PageRequest } from './page.ts'
import { type Question, readQuestion } from './question.ts'
import type { ListRequest } from './request.ts'
import { walkRows } from './walk.ts'

/**
 * The greatest number of rows in a list without a page. It is one more than callers accept, so that they notice longer
 * lists.
 */
export const unpagedLimit = 2_001

/**
 * The records of a list, filtered, searched and sorted as its declaration allows, and paged or walked.
 * Throws `permission_missing`, and `validation_failed` for an invalid search or cursor.
 */
export async function listRows<DB, TB extends keyof DB, Row, Item>(
  ctx: Context,
  list: List<DB, TB, Row, Item>,
  request: ListRequest,
): Promise<Page<Item>> {
  requirePermission(ctx, list.permission)
  const question = readQuestion(ctx, list, request)
  const page = await readRows(ctx, list.name, question, request)
  return { ...page, items: await list.read(ctx, page.items) }
}

function readRows<DB, TB extends keyof DB, Row>(
  ctx: Context,
  name: string,
  question: Question<DB, TB, Row>,
  request: ListRequest,
): Promise<Page<Row>> {
  if (request.walk) return walkRows(ctx, question, { name, request, walk: request.walk })
  return request.page ? pageRows(ctx, question, request.page) : allRows(ctx, question)
}

async function allRows<DB, TB extends keyof DB, Row>(
  ctx: Context,
  question: Question<DB, TB, Row>,
): Promise<Page<Row>> {
  const { owner, shape, values, order, matching } = question
  const build = () => matching().orderBy(inOrder(order)).limit(unpagedLimit)
  const items = await sendOne(ctx.db, { owner, shape: `all ${shape}`, values: [...values, unpagedLimit], build })
  return { items, total: items.length, number: 1, size: unpagedLimit }
}

/**
 * One page and its exact total. A list counted by kinds reads both at once. A page that is neither full nor empty shows
 * the total by itself, so a filtered list is counted only when necessary; an unfiltered list is counted in the same
 * round trip.
 */
async function pageRows<DB, TB extends keyof DB, Row>(
  ctx: Context,
  question: Question<DB, TB, Row>,
  page: PageRequest,
): Promise<Page<Row>> {
  const [size, offset] = [page.size, offsetOf(page)]
  const kept = shapeKeptPage<Row>(ctx, question, { take: size, skip: offset })
  if (kept) return { ...(await readKept(ctx, question, await sendOne(ctx.db, kept))), ...page }
  const walked = await pageByWalk(ctx, question, page)
  if (walked) return walked
  const keptCount = shapeKeptCount(ctx, question)
  const count = keptCount ?? shapeCount(question)
  const rows = shapePage(question, size, offset)
  const [items, counted] =
    question.isNarrowed && !keptCount ? [await sendOne(ctx.db, rows), null] : await send(ctx.db, rows, count)
  const isLast = items.length < size && (items.length > 0 || offset === 0)
  if (isLast) return { items, total: offset + items.length, ...page }
  const [row] = counted ?? (await sendOne(ctx.db, count))
  await wishKept(ctx, question, Object(row))
  return { items, total: readTotal(row), ...page }
}

/**
 * A page in another order than the list's own, when a condition can be tested row by row. It walks that order if this
 * visits fewer rows than sorting all matches would.
 */
async function pageByWalk<DB, TB extends keyof DB, Row>(
  ctx: Context,
  question: Question<DB, TB, Row>,
  page: PageRequest,
): Promise<Page<Row> | null> {
  const isFit = question.isSorted && question.terms.some(({ probe, pieces }) => probe ?? pieces)
  const whole = isFit && shapeKeptWhole(ctx, question)
  if (!whole) return null
  const [counted, all] = await send(ctx.db, shapeKeptCount(ctx, question) ?? shapeCount(question), whole)
  await wishKept(ctx, question, Object(counted[0]))
  const total = readTotal(counted[0])
  const steps = ((offsetOf(page) + page.size) * readTotal(all[0])) / Math.max(total, 1)
  const way = steps < total ? walked(question) : among(ctx, question, total)
  return { items: await sendOne(ctx.db, shapePage(way, page.size, offsetOf(page))), total, ...page }
}

function walked<DB, TB extends keyof DB, Row>(question: Question<DB, TB, Row>): Question<DB, TB, Row> {
  return { ...question, shape: `walked ${question.shape}`, matching: question.probing }
}

function among<DB, TB extends keyof DB, Row>(ctx: Context, question: Question<DB, TB, Row>, total: number) {
  const { shape, scope, rows } = question
  const term = findAmong(ctx, question, total)
  if (!term) return question
  const matching = () => rows().where(term.condition)
  return { ...question, shape: `among ${shape}`, values: [...scope, ...term.values], matching }
}

/** The rows and the total of a page by kinds. */
export async function readKept<DB, TB extends keyof DB, Row>(
  ctx: Context,
  question: Question<DB, TB, Row>,
  found: (Row & KeptTotal)[],
): Promise<{ items: Row[]; total: number }> {
  await wishKept(ctx, question, found[0])
  return { items: found.filter((row) => Object(row).id !== null), total: readTotal(found[0]) }
}

/** The total of a count. */
export function readTotal(row: unknown): number {
  const { total, list_total } = Object(row)
  return Number(total ?? list_total ?? 0)
}

// In a list that grows without end, the ids of a page are found first, so that skipped rows are not read.
function shapePage<DB, TB extends keyof DB, Row>(
  { owner, shape, scope, values, order, counted, rows, matching }: Question<DB, TB, Row>,
  size: number,
  offset: number,
): ShapedQuery<Row> {
  if (!counted) {
    const build = () => matching().orderBy(inOrder(order)).limit(size).offset(offset)
    return { owner, shape: `page ${shape}`, values: [...values, size, offset], build }
  }
  const id = sql.ref(`${counted.alias}.id`)
  const ids = () => matching().clearSelect().select(id.as('id')).orderBy(inOrder(order)).limit(size).offset(offset)
  const build = () => rows().where(sql<boolean>`${id} = any(array(${ids()}))`).orderBy(inOrder(order))
  return { owner, shape: `page ${shape}`, values: [...scope, ...values, size, offset], build }
}

/** The query for the number of rows, in the column `total`. */
export function shapeCount<DB, TB extends keyof DB, Row>({
  owner,
  shape,
  values,
  matching,
}: Question<DB, TB, Row>): ShapedQuery<unknown> {
  const build = () => matching().clearSelect().select(sql<number>`count(*)::int`.as('total'))
  return { owner, shape: `count ${shape}`, values, build }
}
