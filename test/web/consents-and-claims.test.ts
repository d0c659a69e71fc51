import { test } from 'vitest'
import type { Context } from '../../src/core/context.ts'
import { formatId } from '../../src/core/ids.ts'
import { builtinRoles } from '../../src/core/permissions.ts'
import { claimReview } from '../../src/core/verifications/index.ts'
import { expectAccessible } from '../support/accessibility.ts'
import { addMember } from '../support/members.ts'
import { newVerification, runJob } from '../support/verifications.ts'
import { openApp } from '../support/web-browser.ts'

test('a consent is withdrawn on the page of the verification that rests on it', async () => {
  const { page } = await openApp(async (ctx) => {
    const { id } = await newVerification(ctx)
    return `/verifications/${formatId('verification', id)}`
  })
  await page.getByRole('button', { name: 'Withdraw the consent: Biometrics' }).click()
  await expectAccessible(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click()
  await page.getByText('The consent is withdrawn.').waitFor()
  await page.getByText('withdrawn', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Withdraw the consent: Biometrics' }).waitFor({ state: 'detached' })
})

test('the page of a verification names its reviewer to the others, and the account menu leads to the profile', async () => {
  const { page } = await openApp(whereBoLooks)
  await page.getByText('Taken by Bo').waitFor()
  await page.getByText('Bo reviews this verification now.').waitFor()
  await page.getByRole('button', { name: /^Your account/ }).click()
  await page.getByRole('menuitem', { name: 'Your profile' }).click()
  await page.waitForURL('**/settings/profile')
})

/** The queue, with a verification that another person looks at. */
async function whereBoLooks(ctx: Context): Promise<string> {
  const { id } = await newVerification(ctx, { type: 'motor_vehicle_record', last: 'Consider' })
  await runJob(ctx, 'verification.submit', id)
  await runJob(ctx, 'verification.sync', id, 9_000)
  const bo = {
    kind: 'user' as const,
    id: (await addMember(ctx)).id,
    role: 'manager',
    permissions: builtinRoles.manager,
  }
  await claimReview({ ...ctx, actor: bo, now: new Date() }, {})
  return '/verifications/review'
}
