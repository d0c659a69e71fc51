import type { Locator, Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import type { AgreementInput, Field } from '../../src/core/agreements/index.ts'
import { ceremonyJobs } from '../../src/core/ceremony/index.ts'
import { createSubmission, listSubmissions } from '../../src/core/submissions/index.ts'
import { desktop } from '../support/browser.ts'
import { takeSeat } from '../support/browser-contexts.ts'
import { database } from '../support/organization.ts'
import { clock, listenWithPages, newSigning, type Signing, simpleAgreement } from '../support/signing.ts'

const smallPng = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const common = { role: 'tenant', required: true }
const fields: Field[] = [
  { ...common, key: 'city', type: 'text', label: 'City' },
  { ...common, key: 'wishes', type: 'text', label: 'Wishes', multiline: true },
  { ...common, key: 'rent', type: 'number', label: 'Rent' },
  { ...common, key: 'first', type: 'date', label: 'First day' },
  { ...common, key: 'pets', type: 'checkbox', label: 'I have a pet' },
  { ...common, key: 'breed', type: 'text', label: 'Breed', showIf: { field: 'pets', equals: true } },
  { ...common, key: 'paid', type: 'choice', label: 'Paid', choices: ['each month', 'each quarter'] },
  { ...common, key: 'floor', type: 'choice', label: 'Floor', choices: ['first', 'second'], display: 'dropdown' },
  { ...common, key: 'rules', type: 'initials', label: 'House rules' },
  { ...common, key: 'licence', type: 'file', label: 'Your licence' },
  { ...common, key: 'day', type: 'signing_date', label: 'Signed on' },
  { ...common, key: 'signature', type: 'signature', label: 'Signature' },
]
const lease: AgreementInput = {
  ...simpleAgreement,
  source: fields.map(({ key }) => `{{${key}}}`).join('\n\n'),
  fields,
  requiredVerifications: [
    { type: 'us_criminal_record_check', tier: 'request_us_criminal_record_check_tier_1', role: 'tenant' },
  ],
}

/** The page of a person who got a link and must type a code first, and the codes that they are mailed. */
async function openWithCode() {
  const signing = await newSigning(lease)
  const signer = { name: 'Robin Clear', email: 'robin@example.com', access: { emailCode: true } }
  const { token } = await createSubmission(signing.ctx, { agreementLinkId: signing.linkId, signer })
  const { openTab, leave } = await takeSeat(
    { viewport: desktop, locale: 'en-GB' },
    `${await listenWithPages()}/agree/embed.js`,
  )
  onTestFinished(leave)
  const page = await openTab()
  await page.goto(`${await listenWithPages()}${signing.base}begin/${token}`)
  return { ...signing, page, mailCode: () => mailCode(signing) }
}

async function mailCode({ ctx }: Signing): Promise<string> {
  const codes: string[] = []
  const { id: codeId } = await ctx.db
    .selectFrom('signer_codes')
    .select('id')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  const parts = { database, now: () => clock.now, contextOf: () => ctx, publicUrl: () => 'https://x.example' }
  const sendMail = async ({ params }: { params: object }) => void codes.push(String(Reflect.get(params, 'code')))
  const { organizationId } = ctx
  await ceremonyJobs['ceremony.mail_code']?.({ ...parts, sendMail }, { organizationId, language: 'en', codeId })
  return codes.at(-1) ?? ''
}

/** Presses Tab until the element has the focus. */
async function goTo(page: Page, goal: Locator): Promise<void> {
  await goal.waitFor()
  for (let steps = 0; steps < 60; steps++) {
    if ((await goal.and(page.locator(':focus')).count()) > 0) return
    await page.keyboard.press('Tab')
  }
  throw new Error('No Tab leads there.')
}

async function press(
  page: Page,
  role: 'button' | 'link' | 'checkbox' | 'radio',
  name: string,
  key: string,
): Promise<void> {
  await goTo(page, page.getByRole(role, { name }).first())
  await page.keyboard.press(key)
}

async function type(page: Page, label: string, text: string): Promise<void> {
  await goTo(page, page.getByLabel(label, { exact: true }))
  await page.keyboard.type(text)
}

async function comeIn(page: Page, code: () => Promise<string>): Promise<void> {
  await press(page, 'button', 'Send me a code', 'Enter')
  await page.getByLabel('The code from the e-mail').waitFor()
  await type(page, 'The code from the e-mail', await code())
  await page.keyboard.press('Enter')
  await press(page, 'checkbox', 'I agree to use electronic records', 'Space')
  await press(page, 'button', 'Continue', 'Enter')
}

async function consent(page: Page): Promise<void> {
  await press(page, 'link', 'Continue', 'Enter')
  await press(page, 'checkbox', 'I', 'Space')
  await goTo(page, page.getByLabel('Type your full name to sign this consent'))
  await page.keyboard.type('Robin Clear')
  await press(page, 'button', 'I agree', 'Enter')
}

async function giveDetails(page: Page): Promise<void> {
  await type(page, 'First name', 'Robin')
  await type(page, 'Last name', 'Clear')
  await goTo(page, page.getByLabel('Date of birth'))
  await page.keyboard.type('04041990')
  await type(page, 'Social Security Number', '501-23-4567')
  await type(page, 'Street and number', '1 Main Street')
  await type(page, 'City', 'Bath')
  await type(page, 'State', 'NY')
  await type(page, 'ZIP code', '14810')
  await press(page, 'button', 'Continue', 'Enter')
}

async function fillIn(page: Page): Promise<void> {
  await type(page, 'City', 'Bath')
  await type(page, 'Wishes', 'A key')
  await page.keyboard.press('Enter')
  await page.keyboard.type('and a lamp')
  await type(page, 'Rent', '1200.5')
  await goTo(page, page.getByLabel('First day'))
  await page.keyboard.type('04042026')
  await press(page, 'checkbox', 'I have a pet', 'Space')
  await type(page, 'Breed', 'Husky')
  await press(page, 'radio', 'each month', 'Space')
  await page.keyboard.press('ArrowDown')
  await goTo(page, page.getByRole('combobox', { name: 'Floor' }))
  await page.keyboard.type('sec')
  await type(page, 'House rules', 'RC')
  const chooser = page.waitForEvent('filechooser')
  await goTo(page, page.getByLabel('Your licence'))
  await page.keyboard.press('Enter')
  await (await chooser).setFiles({ name: 'licence.png', mimeType: 'image/png', buffer: smallPng })
  await page.getByRole('button', { name: 'Take back licence.png' }).waitFor()
}

test('by keyboard alone a person types a code, consents, gives details, fills in every type of field, signs, and fetches the copy', async () => {
  const { page, ctx, finish, mailCode: code } = await openWithCode()
  await comeIn(page, code)
  await consent(page)
  await giveDetails(page)
  await page.getByRole('heading', { name: 'Fill in and sign' }).waitFor()
  await fillIn(page)
  await type(page, 'Type your full name as your signature', 'Robin Clear')
  await press(page, 'button', 'Sign the agreement', 'Enter')
  await page.getByRole('heading', { name: 'Thank you' }).waitFor()
  await finish()
  const copy = page.waitForEvent('download')
  await press(page, 'link', 'Download the signed PDF', 'Enter')
  expect((await copy).suggestedFilename()).toBe('Lease.pdf')
  const [submission] = (await listSubmissions(ctx, {})).items
  expect(submission?.fieldValues).toEqual({
    ...{ city: 'Bath', wishes: 'A key\nand a lamp', rent: '1200.5', first: '2026-04-04', pets: 'true', breed: 'Husky' },
    ...{ paid: 'each quarter', floor: 'second', rules: 'RC', licence: 'licence.png', day: '2026-03-01' },
  })
}, 120_000)
