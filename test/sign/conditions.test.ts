import fc from 'fast-check'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { type Field, keepShown, readFieldValues } from '../../src/core/agreements/index.ts'
import { simpleAgreement } from '../support/signing.ts'
import { openSigningPage } from '../support/signing-browser.ts'

const types = ['text', 'number', 'date', 'checkbox', 'choice'] as const
const answers = { text: 'yes', number: 1, date: '2026-02-28', checkbox: true, choice: 'red' } as const
const typed = {
  text: ['', 'yes', ' yes\u200b', 'no', '\u3164'],
  number: ['', '1', '1.0', '01', 'one'],
  date: ['', '2026-02-28', '2026-03-01'],
  checkbox: ['', 'true'],
  choice: ['', 'red', 'blue'],
}
const part = fc.record({
  type: fc.constantFrom(...types),
  on: fc.nat(30),
  how: fc.constantFrom('equals', 'notEquals', 'filled', 'always'),
  values: fc.array(fc.nat(60), { minLength: 6, maxLength: 6 }),
})
const [parts = []] = fc.sample(fc.array(part, { minLength: 24, maxLength: 24 }), { seed: 20_261_127, numRuns: 1 })

const common = { role: 'tenant', required: false }
const fields = parts.map(({ type, on, how }, at): Field => {
  const other = at === 0 || how === 'always' ? undefined : parts[on % at]
  const answer = how === 'filled' ? true : answers[other?.type ?? 'text']
  const showIf = other && { showIf: { field: `f${on % at}`, [how]: answer } }
  const more =
    type === 'choice' ? { choices: ['red', 'blue'], display: at % 2 ? ('radio' as const) : ('dropdown' as const) } : {}
  return { ...common, key: `f${at}`, type, label: `Field ${at}`, ...more, ...showIf }
})
const signature: Field = { ...common, key: 'signature', type: 'signature', label: 'Signature', required: true }
const source = `${fields
  .slice(0, 12)
  .map(({ key }) => `{{${key}}}`)
  .join(' ')} {{signature}}`

/** Puts values into the controls of fields as a person would, and fires their events. */
const enter = (page: Page, values: readonly [string, string][]) =>
  page.evaluate(`for (const [key, value] of ${JSON.stringify(values)})
    for (const control of document.querySelectorAll('[name="field.' + key + '"]')) {
      if (control.type === 'checkbox' || control.type === 'radio') control.checked = control.value === value
      else control.value = value
      control.dispatchEvent(new Event('input', { bubbles: true }))
    }`)

const listShown = (page: Page) =>
  page.evaluate<string[]>(`[...new Set([...document.querySelectorAll('[name^="field."]')]
    .filter((control) => !control.closest('[hidden]')).map(({ name }) => name.slice(6)))]`)

test('in a browser the page shows the fields that the server stores, whatever is typed', async () => {
  const { page } = await openSigningPage(
    { locale: 'en-US' },
    { ...simpleAgreement, source, fields: [...fields, signature] },
  )
  const seen = new Set<string>()
  for (const round of [0, 1, 2, 3, 4, 5]) {
    const values = fields.map(({ key }, at): [string, string] => {
      const all = typed[parts[at]?.type ?? 'text']
      return [key, all[(parts[at]?.values[round] ?? 0) % all.length] ?? '']
    })
    await enter(page, values)
    const kept = keepShown(readFieldValues(fields, Object.fromEntries(values), 'en-US'), fields, {})
    // The script of conditions runs after the page is shown, and reads the values of that time.
    const right = [...kept.keys()].map(({ key }) => key).toSorted()
    await expect.poll(async () => (await listShown(page)).toSorted()).toEqual(right)
    seen.add(right.join())
  }
  expect(seen.size).toBeGreaterThan(3)
})

test('typed values appear in another browser of the signer, except the signature', async () => {
  const { page } = await openSigningPage()
  const saved = page.waitForResponse((response) => response.url().endsWith('/draft'))
  await page.getByLabel('Name', { exact: true }).fill('Orchid')
  await page.getByLabel('Type your full name as your signature').fill('Robin Clear')
  expect((await saved).status()).toBe(204)
  const other = await page.context().newPage()
  await other.goto(page.url())
  await expect.poll(() => other.getByLabel('Name', { exact: true }).inputValue()).toBe('Orchid')
  expect(await other.getByLabel('Type your full name as your signature').inputValue()).toBe('')
})
