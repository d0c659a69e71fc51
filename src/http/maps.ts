import { type TSchema, Type } from 'typebox'

// TypeBox's own Record parses patterns of keys in types, which made the compiler five times as slow.
function mapOf<V>(value: TSchema, options: object) {
  return Type.Unsafe<Record<string, V>>({ type: 'object', additionalProperties: value, ...options })
}

/** An object of texts, by any names. */
export const mapOfTexts = (options: { description?: string } = {}) => mapOf<string>(Type.String(), options)

/** An object of texts, or of lists of them for names that come more than once. */
export const mapOfTextsOrLists = (options: { description?: string } = {}) =>
  mapOf<string | string[]>(
    Type.Unsafe({ type: ['string', 'array'], items: { type: 'string' }, minItems: 1, maxItems: 50 }),
    options,
  )

/** An object of texts or nulls, by any names. */
export const mapOfTextsOrNulls = () => mapOf<string | null>(Type.Union([Type.String(), Type.Null()]), {})

/** An object of anything, by any names. */
export const mapOfAnything = () => mapOf<unknown>(Type.Unknown(), {})
