import { expect, test } from 'vitest'
import { createRole, grantServerAdmin, inviteMember } from '../../src/core/accounts/index.ts'
import type { Context } from '../../src/core/context.ts'
import { expectAccessible } from '../support/accessibility.ts'
import { database } from '../support/organization.ts'
import { newPerson } from '../support/people.ts'
import { goTo, moving, openApp } from '../support/web-browser.ts'

test('an admin sends an invitation, sends it again and withdraws it', async () => {
  const { page } = await openApp('/settings/members', moving)
  const dialog = page.getByRole('dialog')
  await page.getByRole('button', { name: 'Invite somebody' }).click()
  await dialog.getByLabel('Name').fill('Robin Clear')
  await dialog.getByLabel('E-mail').fill('robin@example.com')
  await dialog.getByRole('combobox', { name: 'Role' }).selectOption('viewer')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Invite' }).click()
  const waiting = page.getByRole('region', { name: 'Invitations that wait for an answer' })
  await waiting.getByRole('button', { name: 'Send again' }).click()
  await page.getByText('A new invitation is on its way to robin@example.com.').waitFor()
  await expectAccessible(page)
  await waiting.getByRole('button', { name: 'Take back' }).click()
  await expect.poll(() => waiting.count()).toBe(0)
})

test('an operator without a mail server copies the link of an invitation, and others are told who can', async () => {
  const { page, person } = await openApp(async (ctx) => {
    await inviteMember(ctx, { name: 'Robin', email: 'robin@example.com', role: 'viewer' })
    return '/settings/members'
  })
  await page.getByText('Operators of the server can read it there').waitFor()
  await grantServerAdmin(database.system, person.id, new Date())
  await page.reload()
  await page.getByRole('button', { name: 'More for robin@example.com' }).click()
  await page.getByRole('menuitem', { name: 'Copy link' }).click()
  await page.getByRole('button', { name: 'Show the link' }).click()
  await page.getByText('/join?invitation=sli_').waitFor()
  await expectAccessible(page)
})

test('an admin makes a role, gives it to a member, locks the member out and lets them in again', async () => {
  const { page, ctx } = await openApp('/settings/members/roles')
  const { email } = await newPerson(ctx.organizationId, { role: 'viewer', name: 'Robin' })
  const dialog = page.getByRole('dialog')
  await page.getByRole('button', { name: 'Create role' }).click()
  await dialog.getByLabel('Name').fill('auditor')
  await dialog.getByLabel('Audit: see').check()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('columnheader', { name: 'auditor' }).waitFor()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Members', exact: true }).click()
  const row = page.getByRole('row', { name: email })
  await row.getByLabel('Role of Robin').selectOption('auditor')
  await page.getByText('Robin is auditor now.').waitFor()
  await row.getByRole('button', { name: 'Deactivate' }).click()
  await row.getByText('deactivated').waitFor()
  await page.getByText('Robin can no longer').locator('..').getByRole('button', { name: 'Undo' }).click()
  await row.getByText('active', { exact: true }).waitFor()
})

test('a page in French names the built-in roles in French, and those of the organization as it named them', async () => {
  const find = async (ctx: Context) => {
    await createRole(ctx, { name: 'auditor', permissions: ['audit:read'] })
    return '/settings/members/roles'
  }
  const { page } = await openApp(find, { locale: 'fr-FR' })
  const heads = page.getByRole('columnheader')
  await heads.filter({ hasText: 'auditor' }).waitFor()
  for (const name of ['administrateur', 'gestionnaire', 'membre', 'lecteur'])
    expect(await heads.filter({ hasText: name }).count()).toBe(1)
  await goTo(page, '/settings/members')
  await page.getByRole('cell', { name: 'administrateur' }).waitFor()
})
