import { type Static, type TProperties, Type } from 'typebox'

// The members that many resources share, so that the same thing is described in the same words everywhere.

/** A moment: unix milliseconds. */
export const time = (description: string) =>
  Type.Integer({ description: `${description} Unix timestamp in milliseconds.` })

/** A moment, or null when it has not come. */
export const timeOrNull = (description: string) =>
  Type.Union([Type.Integer(), Type.Null()], { description: `${description} Unix timestamp in milliseconds.` })

/** A moment that a request names: unix milliseconds, up to the end of the year 9999. */
export const givenTime = (description: string) =>
  Type.Integer({
    minimum: 0,
    maximum: 253_402_300_799_999,
    description: `${description} Unix timestamp in milliseconds.`,
    examples: [1_767_225_600_000],
  })

/** A moment as the webhook replies show it: UTC, with microseconds, without a zone. */
export const eventDatetime = (description: string) =>
  Type.String({
    description: `${description} UTC.`,
    pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{6}$',
    examples: ['2023-05-04T21:33:03.023949'],
  })

export const text = (description: string, example?: string) =>
  Type.String({ description, ...(example ? { examples: [example] } : {}) })

export const textOrNull = (description: string) => Type.Union([Type.String(), Type.Null()], { description })

/** One of some words. */
export function word<const T extends string>(values: readonly T[], description: string) {
  return Type.Unsafe<T>({ type: 'string', enum: [...values], description })
}

/** One of some words, or null. */
export function wordOrNull<const T extends string>(values: readonly T[], description: string) {
  return Type.Unsafe<T | null>({ type: ['string', 'null'], enum: [...values, null], description })
}

/** An object whose members are not fixed. */
export const anyObject = (description: string) =>
  Type.Unsafe<Record<string, unknown>>({ type: 'object', additionalProperties: true, description })

/** An object that has these members and no others. */
export function object<P extends TProperties>(properties: P, description: string) {
  return Type.Object(properties, { additionalProperties: false, description })
}

/** The query of every list. */
export const pageQuery = {
  size: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 100, default: 50, description: 'Amount of records per page.' }),
  ),
  page: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 1_000_000, default: 1, description: 'Number of the page, from 1.' }),
  ),
}

const pageObject = Type.Object(pageQuery)

/** The page that a query asks for. */
export function readPage(query: Static<typeof pageObject>): { number: number; size: number } {
  return { number: query.page ?? 1, size: query.size ?? 50 }
}

/** A moment as the webhook replies show it. Our clock counts milliseconds; the last three digits are zero. */
export function formatEventDatetime(at: Date): string {
  return `${at.toISOString().slice(0, -1)}000`
}
