import { expect, test } from 'vitest'
import { createApiKey, inviteMember } from '../../src/core/accounts/index.ts'
import type { Context } from '../../src/core/context.ts'
import { formatId } from '../../src/core/ids.ts'
import { expectAccessible } from '../support/accessibility.ts'
import { phone } from '../support/browser.ts'
import { database, newContext } from '../support/organization.ts'
import { newPerson, password } from '../support/people.ts'
import { newVerification, runJob } from '../support/verifications.ts'
import { goTo, moving, openApp, openAppAs } from '../support/web-browser.ts'

async function newFinding(ctx: Context, afterMs: number): Promise<string> {
  const { id } = await newVerification(ctx, { type: 'motor_vehicle_record', last: 'Consider' })
  await runJob(ctx, 'verification.submit', id)
  await runJob(ctx, 'verification.sync', id, afterMs)
  return formatId('verification', id)
}

test('a finding is claimed, decided with a reason and shown in the timeline, by keyboard alone', async () => {
  const { page, ctx } = await openApp('/verifications/review', moving)
  await page.getByText('No verification waits for a decision').waitFor()
  const id = await newFinding(ctx, 9_000)
  await newFinding(ctx, 10_000)
  await expect.poll(() => page.getByRole('list', { name: 'Waiting' }).getByRole('button').count()).toBe(2)
  for (const key of ['j', 'k', 'n']) await page.keyboard.press(key)
  await page.getByText('Yours').waitFor()
  await expectAccessible(page)
  await page.keyboard.press('r')
  // Without the focus in the dialog, the keys would go to the page.
  await page.getByRole('dialog').getByRole('textbox').and(page.locator(':focus')).waitFor()
  await page.keyboard.type('Two suspensions')
  await page.keyboard.press('Control+Enter')
  await page.getByText('Decided: Record not accepted.').waitFor()
  await goTo(page, `/verifications/${id}`)
  await page.getByText('Two suspensions').waitFor()
  const time = page.locator('main time').first()
  await time.hover()
  await expect.poll(() => time.getAttribute('title')).toContain('UTC')
  await expectAccessible(page)
})

test('a verification is ordered with the command of the empty list on a phone in French and appears, and its person is erased after a fresh sign-in', async () => {
  const { page, ctx, url, person, watch } = await openApp('/verifications', { locale: 'fr-FR', viewport: phone })
  const command = (await page.getByText('curl -H').textContent()) ?? ''
  const { secret } = await createApiKey(ctx, { name: 'Try' })
  expect((await fetch(`${url}/v2/verifications`, requestOf(command, secret))).status).toBe(201)
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Dossier de conduite' }).click()
  await expireSignIn(person.id)
  watch.expectStatus(403)
  await page.getByRole('button', { name: 'Effacer la personne' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Effacer' }).click()
  await page.getByRole('textbox', { name: 'Mot de passe' }).fill(password)
  await page.getByRole('button', { name: 'Confirmer' }).click()
  await page.getByText('La personne est effacée').waitFor()
})

test('the list of verifications is drawn as charts', async () => {
  const { page, ctx } = await openApp('/verifications')
  await newFinding(ctx, 9_000)
  await page.getByRole('button', { name: 'Show charts' }).click()
  await page.getByRole('heading', { name: 'Verifications by day' }).waitFor()
  await expectAccessible(page)
})

function requestOf(command: string, key: string) {
  const [, body = ''] = /-d '(.*)'/.exec(command) ?? []
  return { method: 'POST', body, headers: { 'content-type': 'application/json', 'x-api-key': key } }
}

async function expireSignIn(userId: string): Promise<void> {
  const longAgo = new Date(Date.now() - 3_600_000)
  await database.system.updateTable('sessions').set({ confirmed_at: longAgo }).where('user_id', '=', userId).execute()
}

/** A page of somebody that has read what it shows first, while its stream of changes waits until it is let through. */
async function openUnfollowed(path: string, shown: string) {
  const ctx = await newContext({ now: new Date() })
  const { page, url } = await openAppAs(await newPerson(ctx.organizationId))
  const gate = Promise.withResolvers<void>()
  await page.route('**/v1/api/stream*', async (route) => {
    await gate.promise
    await route.continue()
  })
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.goto(url + path)
  await page.getByText(shown).waitFor()
  return { ctx, page, asked, follow: () => gate.resolve() }
}

test('a change between the first read of a list and the opening of the stream is shown when the stream opens', async () => {
  const { ctx, page, follow } = await openUnfollowed('/verifications', 'curl -H')
  await newVerification(ctx, { type: 'motor_vehicle_record' })
  follow()
  await page.getByRole('link', { name: 'Motor vehicle record' }).waitFor()
})

test('what nothing has changed since a page read it is not read again when the stream opens', async () => {
  const { ctx, page, asked, follow } = await openUnfollowed('/', 'You have no open tasks.')
  await inviteMember(ctx, { name: 'Robin', email: 'robin@example.com', role: 'viewer' })
  follow()
  await page.getByRole('link', { name: 'Invitation without an answer' }).waitFor()
  const readOnce = ['/auth/session', '/v1/api/submission-statistics/30-days', '/v1/api/submissions']
  expect(asked.filter((path) => readOnce.includes(path)).sort()).toEqual(readOnce)
})
