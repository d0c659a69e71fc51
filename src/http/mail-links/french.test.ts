import { expect, test } from 'vitest'
import { newApi, useServer } from '../../../test/support/api.ts'
import { newAddress, readInvitationMail } from '../../../test/support/invitations.ts'
import { findForm } from '../../../test/support/visitor.ts'
import { inviteMember } from '../../core/accounts/index.ts'

const server = useServer()
const french = { 'accept-language': 'fr-FR,fr;q=0.9,en;q=0.1' }
const english = /\b(the|this|is|you|your|with|again)\b/i

async function invite(): Promise<string> {
  const { ctx } = await newApi(server)
  const invitation = await inviteMember(ctx, { name: 'Guest', email: newAddress(), role: 'viewer' })
  return (await readInvitationMail(ctx, invitation)).token
}

function send(url: string, form: Record<string, string>, headers = {}) {
  const type = { 'content-type': 'application/x-www-form-urlencoded' }
  const payload = new URLSearchParams(form).toString()
  return server.app.inject({ method: 'POST', url, payload, headers: { ...type, ...french, ...headers } })
}

test('the pages of mails are French for a French browser, faults too', async () => {
  const token = await invite()
  const urls = [`/join?invitation=${token}`, '/join?invitation=no', '/failure-mails', '/app/webhooks/x', '/join/%zz']
  const pages = await Promise.all(urls.map((url) => server.app.inject({ url, headers: french })))
  const refused = await send('/join', { invitation: token, answer: 'accept', name: '', password: 'x' })
  const bodies = [...pages, refused].map(({ body }) => body.replaceAll(/<style>[\s\S]*?<\/style>|<[^>]*>/g, ''))
  expect(bodies.filter((text) => english.test(text))).toEqual([])
  expect(refused.body).toContain('<html lang="fr">')
})

test('choosing a language on a page of a mail shows it again, also after a refused form', async () => {
  const token = await invite()
  const refused = await send('/join', { invitation: token, answer: 'accept', name: '', password: 'x' })
  const { action = '', hidden } = findForm(refused.body, 'join')
  const chosen = await send(action, { ...hidden, page_language: 'en' })
  expect([chosen.statusCode, chosen.body.includes('<html lang="en">')]).toEqual([200, true])
  expect(String(chosen.headers['set-cookie'])).toMatch(/^sealane_language=en; Path=\/; .*HttpOnly; SameSite=Lax$/)
})

test('another site cannot choose a language here', async () => {
  const chosen = await send('/join/language', { language: 'en' }, { 'sec-fetch-site': 'cross-site' })
  expect(chosen.headers['set-cookie']).toBeUndefined()
})

test('the page at the root of an API’s host is French too', async () => {
  const { body } = await server.app.inject({ url: '/', headers: { ...french, host: 'acme.api.sealane.localhost' } })
  expect(body).toContain('Ce serveur envoie des documents')
  expect(body.match(/<a href="[^"]*">/g)).toHaveLength(3)
})
