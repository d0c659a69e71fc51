import { expect, test } from 'vitest'
import { goodFields, newDrawing, newIdentified, newSigning } from '../../../test/support/signing.ts'
import { shownAgain } from './shown-again.ts'

const drawn = (signature_drawing: string) => ({ ...goodFields, signature_method: 'drawn', signature_drawing })

test.each([
  ['a drawing of quotes', drawn('"'.repeat(300_000))],
  ['a drawing that is too large', drawn('1'.repeat(500_000))],
  ['a long word of quotes', { ...goodFields, 'field.name': '"'.repeat(300_000), signature_text: '' }],
  ['many members', Object.fromEntries(Array.from({ length: 990 }, (_, n) => [`field.f${n}`, '<'.repeat(300)]))],
])('a form with %s is refused with a page of less than 100 KB', async (_what, form) => {
  const visitor = await newIdentified(await newSigning())
  const { status, text } = await visitor.post('sign', form)
  expect([status, text.length < 100_000]).toEqual([422, true])
})

test('entered values are shown again completely, also the largest drawing', () => {
  const line = Array.from({ length: 20_000 }, (_, at) => 100 + (at % 199) + 0.1)
  const form = { ...drawn(newDrawing([line, line])), 'field.name': 'é"<'.repeat(600) }
  expect(shownAgain(form)).toEqual(form)
})
