import { type TSchema, Type } from 'typebox'

// TypeBox's own Record parses the patterns of keys in types, which made the compiler five times as slow.
function mapOf<V>(value: TSchema, options: object = {}) {
  return Type.Unsafe<Record<string, V>>({ type: 'object', additionalProperties: value, ...options })
}

/** An object of texts with any names, such as the query of a link. */
export const mapOfTexts = (options: { description?: string } = {}) =>
  mapOf<string>(Type.String({ maxLength: 1_000 }), { maxProperties: 50, ...options })

/** The values of fields, by key. */
export const mapOfAnswers = (options: { description?: string } = {}) =>
  mapOf<string | number | boolean>(Type.Unsafe({ type: ['string', 'number', 'boolean'], maxLength: 2_000 }), {
    maxProperties: 200,
    ...options,
  })

/** The number of things for each word. */
export const mapOfCounts = () => mapOf<number>(Type.Integer())

/** An object of texts. A name that comes several times has a list of texts. */
export const mapOfTextsOrLists = (options: { description?: string } = {}) =>
  mapOf<string | string[]>(
    Type.Unsafe({
      type: ['string', 'array'],
      items: { type: 'string', maxLength: 1_000 },
      maxLength: 1_000,
      minItems: 1,
      maxItems: 50,
    }),
    { maxProperties: 50, ...options },
  )

/** An object of texts or nulls with any names, such as given headers. */
export const mapOfTextsOrNulls = () =>
  mapOf<string | null>(Type.Union([Type.String({ maxLength: 1_024 }), Type.Null()]), { maxProperties: 20 })

/** An object of JSON values with any names, from somebody else. */
export const mapOfJson = (options: { description?: string } = {}) =>
  mapOf<unknown>(Type.Unsafe({ type: ['string', 'number', 'boolean', 'null', 'array', 'object'] }), {
    maxProperties: 100,
    'x-max-bytes': 16_384,
    ...options,
  })

/** An object with any members. Core limits its total size to 16 KiB. */
export const mapOfAnything = (options: { description?: string } = {}) =>
  mapOf<unknown>(Type.Unknown(), { maxProperties: 100, 'x-max-bytes': 16_384, ...options })
