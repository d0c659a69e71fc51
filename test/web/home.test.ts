import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { createApiKey, inviteMember } from '../../src/core/accounts/index.ts'
import { expectAccessible } from '../support/accessibility.ts'
import { openApp } from '../support/web-browser.ts'

const run = promisify(execFile)

test('a newcomer sees three steps, and their commands work unchanged', async () => {
  const { page, ctx } = await openApp('/')
  const steps = page.getByRole('region', { name: 'Three steps' })
  await steps.getByText('/v2/agreement-links').waitFor()
  const [, makeAgreement = '', makeLink = ''] = await steps.locator('pre').allTextContents()
  const { secret } = await createApiKey(ctx, { name: 'Shell' })
  const ask = async (command: string) => JSON.parse((await run('sh', ['-c', `KEY=${secret}; ${command}`])).stdout)
  const { agreement_id } = await ask(makeAgreement)
  const { url } = await ask(makeLink.replace('AGREE-…', agreement_id))
  expect((await fetch(url)).status).toBe(200)
  await expectAccessible(page)
})

test('the home page lists open work with links to it, and updates by itself', async () => {
  const { page, ctx } = await openApp('/')
  await page.getByText('You have no open tasks.').waitFor()
  await inviteMember(ctx, { name: 'Robin', email: 'robin@example.com', role: 'viewer' })
  await page.getByRole('link', { name: 'Invitation without an answer' }).click()
  await page.getByRole('region', { name: 'Invitations that wait' }).getByText('Robin').waitFor()
})
