import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyCharacter } from '../../../test/support/any-character.ts'
import { type Condition, type Field, keepShown, readFieldValues } from '../../core/agreements/index.ts'

// The functions that the signing page runs.
const { valuesOf }: { valuesOf(entries: [string, string][], fields: Field[], known: object, locale: string): Values } =
  await import(new URL('./assets/conditions.js', import.meta.url).href)
const { listShown }: { listShown(fields: Field[], values: Values): Set<string> } = await import(
  new URL('./assets/rules.js', import.meta.url).href
)
type Values = Map<string, string>

const types = ['text', 'date', 'checkbox', 'initials', 'number', 'choice'] as const
const typed = fc.oneof(
  fc.constantFrom('', ' ', '\u200b', '\u3164', 'true', 'false', 'yes', ' yes', 'red', '1', '01', '1.0', '1,0', '١'),
  fc.constantFrom('2026-02-28', '28.02.2026', '2/28/2026', '1.234,5', '1,234.5', 'e\u0301', '\u00e9', '\t', 'a\r\nb'),
  fc.string({ unit: anyCharacter, maxLength: 6 }),
)
const answer = fc.oneof(
  fc.constantFrom('true', 'yes', 'red', '1', '2026-02-28', '\u00e9', ''),
  fc.boolean(),
  fc.integer(),
)
const keys = Array.from({ length: 9 }, (_, at) => `f${at}`)
const condition = fc.record({
  field: fc.constantFrom(...keys),
  how: fc.constantFrom('equals', 'notEquals', 'filled'),
  answer,
  filled: fc.boolean(),
})
const toCondition = ({ field, how, answer: said, filled }: { [name: string]: unknown }): Condition => ({
  field: String(field),
  ...(how === 'filled' ? { filled: filled === true } : { [String(how)]: said }),
})
const one = fc.record({
  type: fc.constantFrom(...types),
  role: fc.constantFrom('own', 'own', 'other'),
  multiline: fc.boolean(),
  value: typed,
  when: fc.option(condition),
})
const form = fc.tuple(fc.array(one, { minLength: 1, maxLength: 9 }), fc.constantFrom('en', 'de', 'fr-CH', 'ar', 'hi'))

test('the page shows exactly the fields that core keeps, for any form, conditions and values', () => {
  const seen = { shown: 0, hidden: 0 }
  fc.assert(
    fc.property(form, ([parts, locale]) => {
      const fields = parts.map(({ type, role, multiline, when }, at): Field => {
        const more = {
          ...(type === 'choice' ? { choices: ['red', 'yes'] } : {}),
          ...(when && { showIf: toCondition(when) }),
        }
        return { key: `f${at}`, label: 'It', required: false, type, role, multiline, ...more }
      })
      const [own, others] = [fields.filter(({ role }) => role === 'own'), fields.filter(({ role }) => role !== 'own')]
      const typedOf = ({ key }: Field) => parts[keys.indexOf(key)]?.value ?? ''
      const known = Object.fromEntries(others.map((field) => [field.key, typedOf(field)]))
      const sent = own.map((field): [string, string] => [field.key, typedOf(field)])
      const read = readFieldValues(own, Object.fromEntries(sent), locale)
      const kept = [...keepShown(read, fields, known).keys()].map(({ key }) => key)
      const entries = sent.map(([key, value]): [string, string] => [`field.${key}`, value])
      const shown = listShown(fields, valuesOf(entries, fields, known, locale))
      expect(own.filter(({ key }) => shown.has(key)).map(({ key }) => key)).toEqual(kept)
      seen.shown += kept.length
      seen.hidden += own.length - kept.length
    }),
    { numRuns: 3_000 },
  )
  expect(Math.min(seen.shown, seen.hidden)).toBeGreaterThan(500)
})
