import { expect, test } from 'vitest'
import { createRole } from '../../src/core/accounts/index.ts'
import { newContext } from '../support/organization.ts'
import { newPerson } from '../support/people.ts'
import { openAppAs } from '../support/web-browser.ts'
import { prepareTour } from '../support/web-tour.ts'

/** Roles that may do one thing, with the pages of the tour that they are led to. */
const narrow = [
  ['verifications:read', ['verifications', 'verification', 'review', 'profile']],
  ['webhooks:read', ['home', 'webhooks', 'webhook']],
  ['agreements:read', ['agreements', 'agreement', 'pdf-agreement']],
  ['submissions:read', ['submissions', 'submission', 'bulk-sends']],
  ['api_keys:read', ['integrations']],
] as const

test('who may do one thing meets no refused call and no dead button on the pages that they are offered', async () => {
  const ctx = await newContext({ now: new Date() })
  const tour = new Map(await prepareTour(ctx, (await newPerson(ctx.organizationId)).id))
  const faults: string[] = []
  for (const [permission, names] of narrow) {
    const role = permission.replace(/[\W_]/g, '-')
    await createRole(ctx, { name: role, permissions: [permission] })
    const person = await newPerson(ctx.organizationId, { role })
    const { page, url } = await openAppAs(person)
    page.on('response', (answer) => answer.status() >= 400 && faults.push(`${answer.status()} ${answer.url()}`))
    for (const name of names) {
      await page.goto(`${url}${tour.get(name)}`)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.locator('.mantine-Loader-root').first().waitFor({ state: 'detached' })
      const dead = await page.locator('main button:disabled:visible').allInnerTexts()
      faults.push(...dead.filter((text) => !/^[‹›]$/.test(text)).map((text) => `${name}: ${text}`))
    }
  }
  console.log(faults)
  expect(faults).toEqual([])
}, 180_000)
