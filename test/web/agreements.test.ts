import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { type Agreement, createAgreement, updateAgreement } from '../../src/core/agreements/index.ts'
import { formatId } from '../../src/core/ids.ts'
import { tiersOfType } from '../../src/core/verifications/index.ts'
import { verificationTiers } from '../../web/agreements/agreement/verifications.ts'
import { expectAccessible } from '../support/accessibility.ts'
import { desktop, phone } from '../support/browser.ts'
import { readClipped } from '../support/clipped.ts'
import { goTo, moving, openApp, openSignersPage } from '../support/web-browser.ts'

const words = {
  title: 'House rules',
  source: '## Rules\n\nNo noise.\n\n{{mark}}\n',
  signerRoles: [{ key: 'guest', name: 'Guest' }],
  fields: [{ key: 'mark', type: 'signature' as const, role: 'guest', label: 'Your signature', required: true }],
  requiredVerifications: [],
}

/** The page of a new agreement, open to somebody who may write it. */
async function openAgreement(more: Partial<Parameters<typeof createAgreement>[1]> = {}) {
  let agreement: Agreement | undefined
  const opened = await openApp(async (ctx) => {
    agreement = await createAgreement(ctx, { ...words, ...more })
    return `/agreements/${formatId('agreement', agreement.id)}`
  })
  await opened.page.frameLocator('iframe').getByRole('heading', { name: 'House rules' }).waitFor()
  return { ...opened, id: agreement?.id ?? '' }
}

/** The links of a new agreement, which has none yet. */
function openLinks() {
  return openApp(async (ctx) => {
    const { id } = await createAgreement(ctx, words)
    return `/agreements/${formatId('agreement', id)}?tab=links`
  })
}

async function type(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Text' }).click()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type(text)
}

/** Sends the agreement of the page to Robin. Returns Robin's link, and follows the submission. */
async function send(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Send' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name of the signer').fill('Robin Clear')
  await dialog.getByLabel('E-mail of the signer').fill('robin@example.com')
  await dialog.getByText('I pass it on').click()
  await dialog.getByRole('button', { name: 'Create the link' }).click()
  const address = (await dialog.getByText(/\/begin\//).textContent()) ?? ''
  await dialog.getByRole('link', { name: 'Follow the submission' }).click()
  return address
}

async function signOnPhone(address: string): Promise<void> {
  const { page } = await openSignersPage()
  await page.goto(address)
  await page.getByLabel('I agree to use electronic records and signatures').check()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByLabel('City').fill('Bath')
  await page.getByLabel('Type your full name as your signature').fill('Robin Clear')
  await page.getByRole('button', { name: 'Sign the agreement' }).click()
  await page.getByRole('heading', { name: 'Fill in and sign' }).waitFor({ state: 'detached' })
}

test('an agreement is found in the list, written, sent, signed on a phone, and seen to arrive', async () => {
  const { page } = await openApp(async (ctx) => {
    await createAgreement(ctx, words)
    return '/agreements'
  }, moving)
  await page.getByRole('link', { name: 'House rules' }).click()
  await page.frameLocator('iframe').getByRole('heading', { name: 'House rules' }).waitFor()
  await type(page, 'In {{city')
  await page.getByRole('option', { name: 'Create the field city' }).click()
  await page.getByRole('group', { name: 'City' }).waitFor()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Version 2 is saved').waitFor()
  const address = await send(page)
  await page.getByText('Waits for Robin Clear').waitFor()
  await signOnPhone(address)
  await page.getByText('Robin Clear signed').waitFor()
})

test('the editor underlines faults of the text as it is typed, keeps unsaved work for when the page is opened again, and makes a missing field with one press', async () => {
  const { page } = await openAgreement()
  await type(page, 'On {{day}} it ends.')
  await page.getByText('One thing to mend').first().waitFor()
  await page.locator('.cm-lintRange-error').hover()
  await page.getByRole('button', { name: 'Add the field' }).waitFor()
  await expectAccessible(page)
  await expect.poll(() => page.evaluate('JSON.stringify(localStorage)')).toContain('it ends.')
  await page.reload()
  await page.getByText('This browser kept your unsaved changes').waitFor()
  await page.getByRole('textbox', { name: 'Text' }).getByText('it ends.').waitFor()
  await page.locator('.cm-lintRange-error').hover()
  await page.getByRole('button', { name: 'Add the field' }).click()
  await page.getByText('One thing to mend').first().waitFor({ state: 'detached' })
  await page.frameLocator('iframe').getByText('Day', { exact: true }).waitFor()
})

test('the preview is the page that a role fills in: it shows fields by what is typed, and takes a signature and initials', async () => {
  const common = { role: 'guest', required: true } as const
  const pets = { ...common, key: 'pets', type: 'checkbox', label: 'I have a pet' } as const
  const breed = {
    ...common,
    key: 'breed',
    type: 'text',
    label: 'Breed',
    showIf: { field: 'pets', equals: true },
  } as const
  const rules = { ...common, key: 'rules', type: 'initials', label: 'Rules' } as const
  const source = '{{pets}} {{breed}} {{rules}}\n\n{{mark}}'
  const { page } = await openAgreement({ source, fields: [pets, breed, rules, ...words.fields] })
  await page.getByLabel('Seen by').selectOption({ label: 'Filled in by Guest' })
  const shown = page.frameLocator('iframe')
  await shown.getByRole('textbox', { name: 'Breed' }).waitFor({ state: 'hidden' })
  await shown.getByLabel('I have a pet').check()
  await shown.getByRole('textbox', { name: 'Breed' }).fill('Husky')
  await expectAccessible(page)
  await shown.getByRole('button', { name: 'Draw instead' }).click()
  await shown.getByLabel('Draw it').check()
  await shown.getByRole('img', { name: 'Your drawn signature' }).waitFor()
  expect(await shown.getByRole('button', { name: 'Sign the agreement' }).isDisabled()).toBe(true)
  await page.getByLabel('Seen by').selectOption({ label: 'As it reads' })
  await shown.getByRole('textbox').first().waitFor({ state: 'detached' })
})

/** Adds somebody who agrees and somebody who gets a copy, beside the one who signs. */
async function addRoles(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add a role' }).click()
  await page.getByRole('button', { name: 'Add a role' }).click()
  await page.getByLabel('What the role does').nth(1).selectOption('approver')
  await page.getByLabel('What the role does').nth(2).selectOption('copy')
}

test('the editor tells a value of the wrong shape at its field and not above the preview, until it is mended, and cuts off no word about the roles, in a wide window, in a narrow one and on a phone', async () => {
  const { page, watch } = await openAgreement()
  watch.expectStatus(422)
  const label = page.getByLabel('Label', { exact: true }).first()
  await label.fill('x'.repeat(201))
  await page.getByText('Use at most 200 characters.').waitFor()
  expect(await label.getAttribute('aria-invalid')).toBe('true')
  expect(await page.getByRole('region', { name: 'Preview' }).getByRole('alert').count()).toBe(0)
  await label.fill('My signature')
  await page.frameLocator('iframe').getByText('My signature').waitFor()
  expect(await label.getAttribute('aria-invalid')).not.toBe('true')
  await addRoles(page)
  for (const viewport of [desktop, { width: 1_000, height: 800 }, phone]) {
    await page.setViewportSize(viewport)
    await expect.poll(() => page.evaluate<string[]>(readClipped)).toEqual([])
  }
})

test('a person who saves over the work of another is told, sees what differs, and loses nothing', async () => {
  const { page, ctx, id, watch } = await openAgreement()
  watch.expectStatus(412)
  await type(page, 'Mine.')
  await updateAgreement({ ...ctx, now: new Date() }, id, { source: `${words.source}Theirs.` })
  await page.getByText('Somebody else saved version 2 while you were writing').waitFor()
  await page.getByRole('button', { name: 'Differences' }).click()
  await page.getByRole('textbox', { name: 'Saved' }).getByText('Theirs.').waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Save mine as the next version' }).click()
  await page.getByText('Version 3 is saved').waitFor()
})

test('a link is made, shown with its metadata and its code, and turned off and on', async () => {
  const { page } = await openLinks()
  await page.getByRole('button', { name: 'New link' }).click()
  await page.getByRole('dialog').getByLabel('Title').fill('Poster')
  await page.getByRole('dialog').getByRole('button', { name: 'Create link' }).click()
  await page.getByLabel('Name', { exact: true }).fill('room')
  await page.getByLabel('Value', { exact: true }).fill('12 b')
  await page.getByText(/\?room=12\+b$/).waitFor()
  await page.getByRole('img', { name: /^QR code of/ }).waitFor()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Turn off' }).click()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('button', { name: 'Turn off' }).waitFor()
})

test('the empty lists of agreements and submissions are accessible on a phone, in French, bright and dark', async () => {
  const { page } = await openApp('/agreements', { viewport: phone, locale: 'fr-FR' })
  await page.getByText('Pas encore d’accord').waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Nouvel accord' }).click()
  await page.getByLabel('Titre').fill('Charte')
  await page.getByRole('button', { name: 'Écrire l’accord' }).click()
  await page.frameLocator('iframe').getByRole('heading', { name: 'Charte' }).waitFor()
  await goTo(page, '/submissions')
  await page.getByText('Rien n’a encore été ouvert').waitFor()
  await expectAccessible(page)
})

test('a role can require exactly the verifications that can be ordered', () => {
  expect(verificationTiers).toEqual(tiersOfType)
})
