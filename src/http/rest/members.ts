import { type Static, type TProperties, Type } from 'typebox'
import type { ListRequest } from '../../core/lists/index.ts'
import { sayShape } from '../../texts/index.ts'
import { ShapeRefusal } from './shape-fault.ts'

// Members of many resources, so that the same thing has the same words everywhere.

/** A moment: unix milliseconds. */
export const time = (description: string) =>
  Type.Integer({ description: `${description} Unix timestamp in milliseconds.` })

/** A moment, or null before that moment. */
export const timeOrNull = (description: string) =>
  Type.Union([Type.Integer(), Type.Null()], { description: `${description} Unix timestamp in milliseconds.` })

/** The end of the year 9999, the latest date of RFC 3339. A present time in microseconds is later than this. */
export const latestTime = 253_402_300_799_999

/** A moment in a request: unix milliseconds, up to the end of the year 9999. */
export const givenTime = (description: string) =>
  Type.Integer({
    minimum: 0,
    maximum: latestTime,
    description: `${description} Unix timestamp in milliseconds.`,
    examples: [1_767_225_600_000],
  })

/** A moment in the form of the webhook replies: UTC, with microseconds, without a zone. */
export const eventDatetime = (description: string) =>
  Type.String({
    description: `${description} UTC.`,
    pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{6}$',
    examples: ['2023-05-04T21:33:03.023949'],
  })

export const text = (description: string, example?: string) =>
  Type.String({ description, ...(example ? { examples: [example] } : {}) })

/**
 * A secret, or an address that gives access. When a reply is repeated for its Idempotency-Key, a sentence replaces the
 * secret.
 */
export const secretText = (description: string, example?: string) =>
  Type.String({ ...text(`${description} Shown once.`, example), [isShownOnce]: true })

/** A secret that a reply may lack. */
export const secretTextOrNull = (description: string) =>
  Type.Unsafe<string | null>({ ...textOrNull(`${description} Shown once.`), [isShownOnce]: true })

// A symbol, because strict readers of OpenAPI refuse unknown keywords, and documents omit symbols.
const isShownOnce = Symbol('shown once')

type Shape = { properties?: Record<string, object>; items?: object; [isShownOnce]?: true }

/** Whether a value of a shape has texts that are shown once, at any depth. */
export function hasShownOnce({ properties = {}, items, ...shape }: Shape): boolean {
  return isShownOnce in shape || [...Object.values(properties), ...(items ? [items] : [])].some(hasShownOnce)
}

/** A value of a shape, with a sentence instead of each text that is shown once. */
export function hideShownOnce(shape: Shape, value: unknown, sentence: string): unknown {
  if (isShownOnce in shape) return value ? sentence : value
  if (Array.isArray(value)) return value.map((one) => hideShownOnce(shape.items ?? {}, one, sentence))
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).map(([name, one]) => [
    name,
    hideShownOnce(shape.properties?.[name] ?? {}, one, sentence),
  ])
  return Object.fromEntries(members)
}

/** A text in requests with a greatest length. */
export const textUpTo = (maxLength: number, description: string, example?: string) =>
  Type.String({ maxLength, description, ...(example ? { examples: [example] } : {}) })

export const textOrNull = (description: string) => Type.Union([Type.String(), Type.Null()], { description })

/** One of some words. */
export function word<const T extends string>(values: readonly T[], description: string) {
  return Type.Unsafe<T>({ type: 'string', enum: [...values], description })
}

/** One of some words, or null. */
export function wordOrNull<const T extends string>(values: readonly T[], description: string) {
  return Type.Unsafe<T | null>({ type: ['string', 'null'], enum: [...values, null], description })
}

/** A list of texts, or null. */
export const textsOrNull = (maxItems: number, description: string, example: string[]) =>
  Type.Unsafe<string[] | null>({
    type: ['array', 'null'],
    items: { type: 'string', maxLength: 100 },
    maxItems,
    description,
    examples: [example],
  })

/** A list of texts. `limits` are the greatest number of texts, and the greatest length of each. */
export const texts = (description: string, example: string[], limits: { most: number; longest: number }) =>
  Type.Unsafe<string[]>({
    type: 'array',
    items: { type: 'string', maxLength: limits.longest },
    maxItems: limits.most,
    description,
    examples: [example],
  })

/** An object with any members. */
export const anyObject = (description: string) =>
  Type.Unsafe<Record<string, unknown>>({ type: 'object', additionalProperties: true, description })

/** An object with exactly these members. */
export function object<P extends TProperties>(properties: P, description: string) {
  return Type.Object(properties, { additionalProperties: false, description })
}

/** The cursor of the beginning of a list. */
export const firstCursor = '*'

/** The query of every list. */
export const pageQuery = {
  size: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 100, default: 50, description: 'Amount of records per page.' }),
  ),
  page: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 1_000_000, default: 1, description: 'Number of the page, from 1.' }),
  ),
  cursor: Type.Optional(
    Type.String({
      maxLength: 8_000,
      description:
        'Reads a whole list, however long it is, even while it changes. Send `*` first, then `next_cursor` of the previous reply, until it is null. Use it instead of `page`.',
      examples: [firstCursor],
    }),
  ),
}

const pageObject = Type.Object(pageQuery)

/**
 * The part of a list that a query requests: a page by number, or the rows after a cursor. Throws `validation_failed`.
 */
export function readPart({ page, size = 50, cursor }: Static<typeof pageObject>): Pick<ListRequest, 'page' | 'walk'> {
  if (cursor === undefined) return { page: { number: page ?? 1, size } }
  if (page === undefined) return { walk: { size, ...(cursor === firstCursor ? {} : { after: cursor }) } }
  throw new ShapeRefusal([{ path: ['page'], rule: 'cursor', message: sayShape('page_or_cursor'), value: page }])
}

/** A moment in the form of the webhook replies. Our clock counts milliseconds, so the last three digits are zero. */
export function formatEventDatetime(at: Date): string {
  return `${at.toISOString().slice(0, -1)}000`
}
