import { expect, test } from 'vitest'
import { expectAccessible } from '../support/accessibility.ts'
import { phone } from '../support/browser.ts'
import { goTo, openApp } from '../support/web-browser.ts'

test('a person opens a page by its name and the list of keys by keyboard alone', async () => {
  const { page } = await openApp('/', { reducedMotion: 'no-preference' })
  await page.getByRole('heading', { name: 'Home' }).waitFor()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Commands' }).fill('integ')
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Integrations' }).waitFor()
  await page.getByRole('combobox', { name: 'Commands' }).waitFor({ state: 'detached' })
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: 'Keys' }).getByText('Ctrl + k').waitFor()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
  // The palette was closed before, and the earlier focus is back.
  await page.locator('main:focus').waitFor()
  await page.getByRole('button', { name: /^Your account: / }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).waitFor()
  await expectAccessible(page)
})

test('the navigation on a phone in French opens and closes, offers the pages of the role, and refuses the others in words', async () => {
  const asPhone = { locale: 'fr-FR', viewport: phone, isMobile: true, hasTouch: true }
  const { page } = await openApp('/', { role: 'viewer', ...asPhone })
  await page.getByRole('heading', { level: 1 }).waitFor()
  const open = page.getByRole('button', { name: 'Ouvrir la navigation' })
  await open.click()
  await page.getByRole('link', { name: 'Accueil' }).waitFor()
  expect(await page.getByRole('link', { name: 'Intégrations' }).count()).toBe(0)
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect.poll(() => page.getByRole('link', { name: 'Accueil' }).isVisible()).toBe(false)
  await goTo(page, '/settings/integrations')
  await page.getByRole('heading', { name: 'Pas pour votre rôle' }).waitFor()
})

test('an unknown address and the address of a foreign organization say so and lead on', async () => {
  const { page, url, watch } = await openApp('/settings/nothing')
  await page.getByRole('heading', { name: 'Not found' }).waitFor()
  await expectAccessible(page)
  watch.expectStatus(403)
  await page.goto(`${url}/o/somebody-else/settings/integrations`)
  await page.getByRole('heading', { name: 'No organization' }).waitFor()
})
