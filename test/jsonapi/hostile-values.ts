import fc from 'fast-check'
import { anyCharacter } from '../support/any-character.ts'

const nasty = ['%', '_', '\\', "'", '"', '\0', '\ud800', '\u202e', 'null', '-1', '1e9', '[]', '{}', '...', '%00', '💥']
const words = ['name', 'id', 'role', 'createdAt', 'status', 'users', 'data', 'type', '__proto__', 'constructor']
const plausible = ['1', '0', 'true', 'Ada', 'verification', 'viewed', 'admin', '2026-03-01', '2026-03-01..2026-04-01']

/** Texts of any characters, up to a length. */
export const anyText = (maxLength: number) => fc.string({ unit: anyCharacter, maxLength })

/** A text that a client sends by mistake or by malice. */
export const word = fc.oneof(
  fc.constantFrom(...nasty),
  fc.constantFrom(...words),
  fc.constantFrom(...plausible),
  fc.string({ maxLength: 12 }),
  anyText(8),
)

/** Several texts as one parameter. */
export const list = fc.oneof(
  { weight: 4, arbitrary: word },
  { weight: 1, arbitrary: fc.array(word, { maxLength: 4 }).map((several) => several.join(',')) },
)

const member = fc.oneof(word, fc.constantFrom('id', 'type', 'lid', 'attributes', 'relationships', 'data', 'op', 'ref'))

/** Any JSON value, with members that the dialect knows. */
export const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', maxDepth: 4 },
    word,
    fc.double(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(member, tie('value'), { maxKeys: 4 }),
  ),
})).value

const right = 'application/vnd.api+json'
const wrong = [`${right};ext="https://jsonapi.org/ext/atomic"`, 'application/json', '*/*', ';;;', ',', 'a/b;c="']

/** A media type, nearly always the right one. */
export const mediaType = fc.oneof(
  { weight: 30, arbitrary: fc.constant(right) },
  { weight: 1, arbitrary: fc.constantFrom(...wrong) },
  { weight: 1, arbitrary: fc.string({ maxLength: 20 }).map((text) => text.replaceAll(/[^\x20-\x7e]/g, '')) },
)

/** Careless clients send characters raw that need no escaping. */
export function escapeSome(text: string): string {
  return /^[\x21-\x7e]*$/.test(text) && !/[#?&=%]/.test(text) ? text : encodeURIComponent(text.toWellFormed())
}
