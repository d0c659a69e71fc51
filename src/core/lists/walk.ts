import { sql } from 'kysely'
import { sendOne } from '../../db/index.ts'
import type { Context } from '../context.ts'
import { shapeKeptCount, shapeKeptPage, wishKept } from './counted.ts'
import { formatCursor, type Place, questionOf, readCursor } from './cursor.ts'
import { readKept, readTotal, shapeCount } from './list.ts'
import { inOrder, isBehind, turnAround } from './order.ts'
import type { Page } from './page.ts'
import type { Question } from './question.ts'
import type { ListRequest, Walk } from './request.ts'

type Walking = { name: string; request: ListRequest; walk: Walk }

/**
 * The rows after a cursor, or before it. A row that does not change is shown once, however many others come and go. All
 * parts have the total of the beginning, so that no part costs more than another.
 */
export async function walkRows<DB, TB extends keyof DB, Row>(
  ctx: Context,
  question: Question<DB, TB, Row>,
  { name, request, walk }: Walking,
): Promise<Page<Row>> {
  const { size, after, before } = walk
  const asked = questionOf(name, request)
  const keys = question.order.length
  const start = after === undefined ? null : readCursor(asked, keys, after)
  const end = before === undefined ? null : readCursor(asked, keys, before)
  const found = await readPart(ctx, question, { size: size + 1, start, end })
  const hasMore = found.length > size
  const inTurn = found.slice(0, size)
  const rows = end ? inTurn.reverse() : inTurn
  const number = start ? start.number + 1 : Math.max(1, (end?.number ?? 2) - 1)
  const total = start?.total ?? end?.total ?? (hasMore ? await countRows(ctx, question) : rows.length)
  const cursorOf = (row: Row) => formatCursor(asked, { values: valuesOf(row, keys), number, total })
  const [first, last] = [rows[0], rows.at(-1)]
  const next = last && (end ? rows.length > 0 : hasMore) ? cursorOf(last) : null
  const previous = first && (end ? hasMore : start !== null) ? cursorOf(first) : null
  // A getter, because only some callers need the cursor of each row.
  const walked = {
    next,
    previous,
    get cursors() {
      return rows.map(cursorOf)
    },
  }
  return { items: rows, total, number, size, walk: walked }
}

type Part = { size: number; start: Place | null; end: Place | null }

async function readPart<DB, TB extends keyof DB, Row>(
  ctx: Context,
  question: Question<DB, TB, Row>,
  { size, start, end }: Part,
): Promise<Row[]> {
  const order = end ? turnAround(question.order) : question.order
  const place = start ?? end
  const keys = order.map(({ column }, index) => sql<string | null>`${column}::text`.as(keyName(index)))
  const rows = () => question.rows().select(keys)
  const wanted = { take: size, skip: 0, ...(place ? { place } : {}) }
  const shape = `part ${question.shape}`
  const kept = shapeKeptPage(ctx, { ...question, shape, order, rows }, wanted)
  if (kept) return (await readKept(ctx, question, await sendOne(ctx.db, kept))).items
  // The text of the condition depends on which values are null, so these queries are built each time.
  const query = question.matching().select(keys).orderBy(inOrder(order)).limit(size)
  const build = () => (place ? query.where(isBehind(order, place.values)) : query)
  return sendOne(ctx.db, { owner: question.owner, shape: `walk ${place ? 'on' : 'off'}`, values: [], build })
}

async function countRows<DB, TB extends keyof DB, Row>(ctx: Context, question: Question<DB, TB, Row>): Promise<number> {
  const [row] = await sendOne(ctx.db, shapeKeptCount(ctx, question) ?? shapeCount(question))
  await wishKept(ctx, question, Object(row))
  return readTotal(row)
}

function keyName(index: number): string {
  return `order_key_${index}`
}

function valuesOf(row: unknown, keys: number): (string | null)[] {
  return Array.from({ length: keys }, (_, index) => {
    const value: unknown = Object(row)[keyName(index)]
    return typeof value === 'string' ? value : null
  })
}
