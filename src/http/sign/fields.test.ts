import { expect, test } from 'vitest'
import { finishAs } from '../../../test/support/finishing.ts'
import { goodSignature, newDrawing, newIdentified, newSigning, simpleAgreement } from '../../../test/support/signing.ts'
import type { AgreementInput, Field, FinishedAgreement } from '../../core/agreements/index.ts'
import { completeSubmission, listSubmissions } from '../../core/submissions/index.ts'

const common = { role: 'tenant', required: true }
const fields: Field[] = [
  { ...common, key: 'note', type: 'text', label: 'Note', multiline: true },
  { ...common, key: 'first', type: 'initials', label: 'Initials here' },
  { ...common, key: 'rent', type: 'number', label: 'Rent' },
  { ...common, key: 'colour', type: 'choice', label: 'Colour', choices: ['red', 'dark blue'] },
  { ...common, key: 'size', type: 'choice', label: 'Size', choices: ['S', 'M'], display: 'dropdown', required: false },
  { ...common, key: 'day', type: 'date', label: 'Day', min: '2026-01-01', max: '2026-12-31' },
  { ...common, key: 'signature', type: 'signature', label: 'Signature' },
]
const source = '{{note}}\n\n{{first}} {{rent}} {{colour}} {{day}} {{signature}}'
const agreement: AgreementInput = { ...simpleAgreement, source, fields }
const filled = {
  'field.note': 'one\r\ntwo',
  'field.first': 'R.C.',
  'field.rent': '1,234.50',
  'field.colour': 'dark blue',
  'field.size': '',
  'field.day': '2026-05-01',
}
const whole = { ...filled, ...goodSignature }

test('every type of field can be filled in on the page, is stored, and reaches the organization', async () => {
  const signing = await newSigning(agreement)
  const visitor = await newIdentified(signing)
  expect((await visitor.post('sign', whole)).status).toBe(303)
  const { items } = await listSubmissions(signing.ctx, {})
  const kept = { note: 'one\ntwo', first: 'R.C.', rent: '1234.50', colour: 'dark blue', day: '2026-05-01' }
  expect(items[0]?.fieldValues).toEqual(kept)
})

test('the page shows each type with a control of its own, named by its label', async () => {
  const { text } = await (await newIdentified(await newSigning(agreement))).get()
  expect(text).toMatch(/<textarea id="f-fields-note"[^>]*>\n<\/textarea>/)
  expect(text).toMatch(/<input type="text" id="f-fields-rent"[^>]*inputmode="decimal"/)
  expect(text).toMatch(/role="radiogroup" aria-labelledby="f-fields-colour-label"/)
  expect(text).toMatch(/<select id="f-fields-size"[\s\S]*<option value="M">M<\/option>/)
  expect(text).toMatch(/<input type="date"[^>]*min="2026-01-01" max="2026-12-31"/)
})

test.each([
  ['en-US,en;q=0.9', 'field.day', '2027-01-01', 'from 01/01/2026 to 12/31/2026. This is 01/01/2027.'],
  ['de-DE', 'field.day', '0026-05-01', 'from 01.01.2026 to 31.12.2026. This is 01.05.0026.'],
  ['fr;q=0.1, en-GB;q=0.9', 'field.day', 'soon', 'such as 31/12/2026.'],
  ['de', 'field.rent', 'viel', 'such as 1.234,5'],
  ['de', 'field.rent', '1000000000000', '999.999.999.999'],
  ['xx-invalid-, *;q=1, en;q=0', 'field.rent', 'much', 'such as 1,234.5'],
  ['en', 'field.note', 'a\u0007b', '“Note” contains a character that cannot be printed: control character (U+0007)'],
  ['en', 'field.colour', 'green', 'Choose one of the answers in the list.'],
  ['en', 'field.first', '\u2800', 'Type or draw your initials.'],
])('a browser in %s gets a fault of %s in its own formats', async (language, name, typed, words) => {
  const visitor = await newIdentified(await newSigning(agreement))
  const reply = await visitor.post('sign', { ...whole, [name]: typed }, { 'accept-language': language })
  expect([reply.status, reply.text]).toEqual([422, expect.stringContaining(words)])
})

test('a fault loses no value of any type', async () => {
  const visitor = await newIdentified(await newSigning(agreement))
  const { text } = await visitor.post('sign', { ...whole, 'field.day': '31 May', 'field.size': 'M' })
  expect(text).toContain('>\none\r\ntwo</textarea>')
  expect(text).toMatch(/value="dark blue" checked/)
  expect(text).toMatch(/<option value="M" selected>/)
  for (const value of ['R.C.', '1,234.50', '31 May']) expect(text).toContain(`value="${value}"`)
})

test('initials can be drawn, and are in the document as drawn', async () => {
  const signing = await newSigning(agreement)
  const visitor = await newIdentified(signing)
  const drawing = newDrawing([[10, 50, 60.25, 20, 90, 80]])
  expect((await visitor.post('sign', { ...whole, 'drawing.first': drawing })).status).toBe(303)
  const { items } = await listSubmissions(signing.ctx, {})
  const kept = JSON.parse(items[0]?.fieldValues.first ?? '')
  expect(kept).toEqual({ width: 300, height: 100, strokes: [[10, 50, 60.3, 20, 90, 80]] })
  const rendered = Promise.withResolvers<FinishedAgreement>()
  await completeSubmission(signing.ctx, finishAs(rendered.resolve), items[0]?.id ?? '')
  expect((await rendered.promise).fields.first).toEqual({ kind: 'initials', mark: { kind: 'drawn', drawing: kept } })
})

test.each([
  ['that is none', '{"width":300,"height":100,"strokes":[[1]]}', 'arrived incomplete'],
  ['of something else', '{"constructor":{"prototype":1}}', 'arrived incomplete'],
  ['with nothing on it', newDrawing([[150, 50]]), 'Type or draw your initials.'],
  ['that is far too large', newDrawing([Array.from({ length: 12_000 }, (_, at) => (at % 90) + 0.5)]), 'too large'],
])('a drawing of initials %s is refused at the field, and all values stay', async (_what, drawing, words) => {
  const visitor = await newIdentified(await newSigning(agreement))
  const reply = await visitor.post('sign', { ...whole, 'drawing.first': drawing })
  expect([reply.status, reply.text]).toEqual([422, expect.stringContaining(words)])
  expect(reply.text).toContain('value="R.C."')
})
