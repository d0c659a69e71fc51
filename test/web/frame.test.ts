import { expect, test } from 'vitest'
import { expectAccessible } from '../support/accessibility.ts'
import { phone } from '../support/browser.ts'
import { openApp } from '../support/web-browser.ts'

test('by keyboard alone one goes to a page by its name, is shown the keys, and comes back with the focus where it was', async () => {
  const { page } = await openApp('/')
  await page.getByRole('heading', { name: 'Home' }).waitFor()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Commands' }).fill('integ')
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Integrations' }).waitFor()
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: 'Keys' }).getByText('Ctrl + k').waitFor()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
  await page.getByRole('button', { name: /^Your account: / }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).waitFor()
  await expectAccessible(page)
})

test('on a phone in French the navigation opens and closes, offers what the role may see, and refuses the rest in words', async () => {
  const { page, url } = await openApp('/', { role: 'viewer', locale: 'fr-FR', viewport: phone, isMobile: true })
  await page.getByRole('heading', { level: 1 }).waitFor()
  const open = page.getByRole('button', { name: 'Ouvrir la navigation' })
  await open.click()
  await page.getByRole('link', { name: 'Accueil' }).waitFor()
  expect(await page.getByRole('link', { name: 'Intégrations' }).count()).toBe(0)
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect.poll(() => page.getByRole('link', { name: 'Accueil' }).isVisible()).toBe(false)
  await page.goto(`${url}/settings/integrations`)
  await page.getByRole('heading', { name: 'Pas pour votre rôle' }).waitFor()
})

test('an address of nothing, and one of an organization that is not theirs, tell so and lead on', async () => {
  const { page, url, watch } = await openApp('/settings/nothing')
  await page.getByRole('heading', { name: 'Not found' }).waitFor()
  await expectAccessible(page)
  watch.expectStatus(403)
  await page.goto(`${url}/o/somebody-else/settings/integrations`)
  await page.getByRole('heading', { name: 'No organization' }).waitFor()
})
