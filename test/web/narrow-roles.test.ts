import { expect, test } from 'vitest'
import { createRole } from '../../src/core/accounts/index.ts'
import { newContext } from '../support/organization.ts'
import { newPerson } from '../support/people.ts'
import { enterAs, goTo, openPage } from '../support/web-browser.ts'
import { prepareTour } from '../support/web-tour.ts'

/** Roles with one permission, and the pages of the tour that link to them. */
const narrow = [
  ['verifications:read', ['verifications', 'verification', 'review', 'profile']],
  ['webhooks:read', ['home', 'webhooks', 'webhook']],
  ['agreements:read', ['agreement', 'agreements', 'pdf-agreement']],
  ['submissions:read', ['submissions', 'submission', 'bulk-sends']],
  ['api_keys:read', ['integrations']],
] as const

test('who may do one thing meets no refused call and no dead button on the pages that they are offered', async () => {
  const ctx = await newContext({ now: new Date() })
  const tour = new Map(await prepareTour(ctx, (await newPerson(ctx.organizationId)).id))
  const faults: string[] = []
  const opened = await openPage()
  const { page, url } = opened
  page.on('response', (answer) => answer.status() >= 400 && faults.push(`${answer.status()} ${answer.url()}`))
  for (const [permission, names] of narrow) {
    const role = permission.replace(/[\W_]/g, '-')
    await createRole(ctx, { name: role, permissions: [permission] })
    await enterAs(opened, await newPerson(ctx.organizationId, { role }))
    await page.goto(`${url}/settings/profile`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    for (const name of names) {
      // A page makes its requests also when another page leads to it.
      await goTo(page, tour.get(name) ?? '')
      await page.locator('.mantine-Loader-root').first().waitFor({ state: 'detached' })
      const dead = await page.locator('main button:disabled:visible').allInnerTexts()
      faults.push(...dead.filter((text) => !/^[‹›]$/.test(text)).map((text) => `${name}: ${text}`))
    }
  }
  expect(faults).toEqual([])
}, 180_000)
