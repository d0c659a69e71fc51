import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { onePage, withForm, writePdf } from '../../src/adapters/pdf-source/write-pdf.fixture.ts'
import { createAgreementOf, getAgreement, updateAgreementOf } from '../../src/core/agreements/index.ts'
import type { Context } from '../../src/core/context.ts'
import { formatId } from '../../src/core/ids.ts'
import { pdfSources } from '../../src/work.ts'
import { expectAccessible } from '../support/accessibility.ts'
import { phone } from '../support/browser.ts'
import { openApp } from '../support/web-browser.ts'

const form = { name: 'Lease 2026.pdf', mimeType: 'application/pdf', buffer: writePdf(withForm()) }
const wide = writePdf(onePage('/MediaBox [0 0 700 500]')).toString('base64')
const named = { name: 'named.pdf', base64: writePdf(onePage()).toString('base64') }

/** The page of a new agreement of a PDF whose words name a field of a driver, opened by somebody who may write it. */
async function openEditor(
  options: Parameters<typeof openApp>[1] = {},
  prepare = async (_: Context, _id: string) => {},
) {
  let made: Awaited<ReturnType<typeof createAgreementOf>> | undefined
  const opened = await openApp(async (ctx) => {
    made = await makeAgreement(ctx)
    await prepare(ctx, made.id)
    return `/agreements/${formatId('agreement', made.id)}`
  }, options)
  await opened.page.locator('[data-sheet] img').waitFor()
  const { ctx } = opened
  const read = async () => getAgreement({ ...ctx, now: new Date() }, made?.id ?? '')
  return { ...opened, read }
}

function makeAgreement(ctx: Context) {
  const given = { title: 'Lease', signerRoles: [], fields: [], requiredVerifications: [] }
  return createAgreementOf(
    ctx,
    { pdfSources, requireSeal: async () => {} },
    { ...given, fileUpload: named, importFields: true },
  )
}

async function save(page: Page, version: number): Promise<void> {
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText(`Version ${version} is saved`).waitFor()
}

test('the form of an uploaded PDF becomes fields, and a file that is not a PDF is refused with the reason', async () => {
  const { page } = await openApp('/agreements')
  await page.getByRole('button', { name: 'New agreement' }).click()
  await page.getByLabel('Begin with').selectOption('pdf')
  const input = page.locator('input[type=file]')
  await input.setInputFiles({ name: 'notes.docx', mimeType: 'application/msword', buffer: Buffer.from('words') })
  await page.getByText('notes.docx is not a PDF').waitFor()
  await input.setInputFiles(form)
  await expect.poll(() => page.getByLabel('Title').inputValue()).toBe('Lease 2026')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Place its fields' }).click()
  await page.getByRole('button', { name: 'Full name, Signer', exact: true }).waitFor()
  await page.getByText('3 fields').waitFor()
})

test('a field is added, moved and stretched by keyboard alone, and saved as the next version', async () => {
  const { page, read } = await openEditor()
  await page.getByLabel('New field').selectOption('date')
  await page.getByRole('button', { name: 'Add to this page' }).press('Enter')
  await page.getByRole('button', { name: 'Date, Driver', exact: true }).and(page.locator(':focus')).waitFor()
  const before = await placeOf(page, 'Date, Driver')
  for (const key of ['ArrowRight', 'ArrowDown', 'Shift+ArrowRight']) await page.keyboard.press(key)
  const grown = async () => {
    const after = await placeOf(page, 'Date, Driver')
    return [after.x > before.x, after.y > before.y, after.width > before.width]
  }
  await expect.poll(grown).toEqual([true, true, true])
  await save(page, 2)
  const { fields } = await read()
  expect(fields.find(({ key }) => key === 'date')).toMatchObject({ page: 1, x: 0.105, y: 0.145 })
  await page.getByRole('tab', { name: 'Versions' }).click()
  await page.getByText('Added fields: Date').waitFor()
})

test('a field is drawn and dragged with the mouse, placed by numbers, and restored after its removal', async () => {
  const { page, read } = await openEditor()
  await page.getByLabel('New field').selectOption('text')
  await drag(page, [0.3, 0.5], [0.6, 0.55])
  await page.getByRole('button', { name: 'Text, Driver', exact: true }).waitFor()
  await drag(page, [0.4, 0.52], [0.4, 0.62])
  await page.getByLabel('From the left').fill('20')
  await page.getByLabel('From the left').blur()
  await page.getByRole('button', { name: 'Text, Driver', exact: true }).press('Delete')
  await page.getByRole('button', { name: 'Undo' }).click()
  await save(page, 2)
  const place = (await read()).fields.find(({ key }) => key === 'text')
  expect([place?.x, Math.round((place?.y ?? 0) * 10), Math.round((place?.width ?? 0) * 10)]).toEqual([0.2, 6, 3])
})

test('a field is shown at its words in braces, and a conflict that hides it is reported before the save', async () => {
  const { page } = await openEditor()
  const at = await placeOf(page, 'Signature, Driver')
  expect(at.y).toBeGreaterThan(0.05)
  await page.getByRole('button', { name: 'Signature, Driver', exact: true }).click()
  await page.getByText('The field is at its words in braces').waitFor()
  await drag(page, [at.x + 0.4, at.y + 0.09], [at.x + 0.05, at.y + 0.01])
  await page.getByText('One thing to mend').first().waitFor()
  await expectAccessible(page)
})

test('the preview shows the signing page of each role, on a phone and in French too', async () => {
  const { page } = await openEditor({ viewport: phone, locale: 'fr-FR' })
  await page.getByText('Page de signature').click()
  await page.frameLocator('iframe').getByRole('heading', { name: 'Remplir et signer' }).waitFor()
  await page.frameLocator('iframe').getByAltText('Page 1').waitFor()
  await page.frameLocator('iframe').getByRole('group', { name: 'Votre signature' }).waitFor()
  await expectAccessible(page)
})

test('an older version of another file becomes the newest with its file, and its pages are shown', async () => {
  const { page, read } = await openEditor({}, async (ctx, id) => {
    const how = { pdfSources, requireSeal: async () => {} }
    const later = { ...ctx, now: new Date(Date.now() + 1_000) }
    await updateAgreementOf(later, how, id, { fileUpload: { ...named, name: 'other.pdf', base64: wide } })
  })
  await page.getByText('other.pdf, 1 page').waitFor()
  await page.getByRole('tab', { name: 'Versions' }).click()
  await page.getByRole('button', { name: 'Continue from the older version' }).click()
  await page.getByRole('dialog').getByText('It becomes version 3, with its file.').waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Make it the newest' }).click()
  await page.getByText('named.pdf, 1 page').waitFor()
  expect(await read()).toMatchObject({ version: 3, pdf: { name: 'named.pdf' } })
})

/** Where a field stands, in parts of the page. */
async function placeOf(page: Page, name: string) {
  const [box, sheet] = await Promise.all([
    page.getByRole('button', { name, exact: true }).boundingBox(),
    page.locator('[data-sheet]').boundingBox(),
  ])
  if (!box || !sheet) throw new Error(`There is no ${name}.`)
  return { x: (box.x - sheet.x) / sheet.width, y: (box.y - sheet.y) / sheet.height, width: box.width / sheet.width }
}

async function drag(page: Page, from: [number, number], to: [number, number]): Promise<void> {
  const sheet = await page.locator('[data-sheet]').boundingBox()
  if (!sheet) throw new Error('There is no page.')
  const at = ([x, y]: [number, number]) => [sheet.x + x * sheet.width, sheet.y + y * sheet.height] as const
  await page.mouse.move(...at(from))
  await page.mouse.down()
  await page.mouse.move(...at(to), { steps: 6 })
  await page.mouse.up()
}
