import { expect, test } from 'vitest'
import { newApi, useServer } from '../../../test/support/api.ts'
import { newAddress, readInvitationMail } from '../../../test/support/invitations.ts'
import { getInvitation, inviteMember, listUsers } from '../../core/accounts/index.ts'
import type { Context } from '../../core/context.ts'

const server = useServer()
const members = async (ctx: Context) => (await listUsers(ctx)).items.map(({ name }) => name)

async function invite(called = 'Guest') {
  const { ctx } = await newApi(server)
  const invitation = await inviteMember(ctx, { name: called, email: newAddress(), role: 'viewer' })
  const { token } = await readInvitationMail(ctx, invitation)
  const url = `/join?invitation=${token}`
  const answer = (form: Record<string, string>) => {
    const payload = new URLSearchParams({ invitation: token, ...form }).toString()
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    return server.app.inject({ method: 'POST', url: '/join', payload, headers })
  }
  return { ctx, invitation, url, answer }
}

test('opening an invitation link answers nothing, and only the button does', async () => {
  const { ctx, invitation, url, answer } = await invite('<b>Guest</b>')
  const page = await server.app.inject(url)
  expect([page.statusCode, page.body.includes('&#60;b&#62;Guest'), page.body.includes('<b>')]).toEqual([
    200,
    true,
    false,
  ])
  expect((await getInvitation(ctx, invitation.id)).status).toBe('pending')
  const joined = await answer({ answer: 'accept', name: 'Sam', password: 'correct horse battery' })
  expect([joined.statusCode, joined.headers.location]).toEqual([303, url])
  expect((await server.app.inject(url)).body).toContain('You are a member of')
  expect(await members(ctx)).toEqual(['Sam'])
})

test('the faults of an answer appear at its values, and the password is not shown again', async () => {
  const { ctx, answer } = await invite()
  const reply = await answer({ answer: 'accept', name: 'Sam & Co', password: 'h1dden' })
  expect([reply.statusCode, await members(ctx)]).toEqual([422, []])
  expect(reply.body).toContain('href="#password"')
  expect(reply.body).toContain('Sam &#38; Co')
  expect(reply.body).not.toContain('h1dden')
})

test('without a script, whoever changes the language of an invitation finds the name that they typed', async () => {
  const { ctx, answer, invitation } = await invite()
  const reply = await answer({ page_language: 'fr', name: 'Zoé & Co', password: 'h1dden' })
  expect([reply.statusCode, reply.body.includes('<html lang="fr">'), String(reply.headers['set-cookie'])]).toEqual([
    200,
    true,
    expect.stringContaining('=fr'),
  ])
  expect(reply.body).toContain('value="Zoé &#38; Co"')
  expect(reply.body).not.toContain('h1dden')
  expect([(await getInvitation(ctx, invitation.id)).status, await members(ctx)]).toEqual(['pending', []])
})

test('a person can refuse an invitation', async () => {
  const { ctx, invitation, answer } = await invite()
  expect((await answer({ answer: 'decline' })).body).toContain('You are not a member')
  expect([(await getInvitation(ctx, invitation.id)).status, await members(ctx)]).toEqual(['declined', []])
})

test('the page cannot be framed or cached, and no other site gets its URL', async () => {
  const { url } = await invite()
  const { headers } = await server.app.inject(url)
  expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
})

test.each(['/join', '/join?invitation=sli_x', '/join?invitation=a&invitation=b', '/join?invitation=%00'])(
  'a wrong invitation leads to a page that says so: %s',
  async (url) => {
    const reply = await server.app.inject(url)
    expect([reply.statusCode, reply.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8'])
    expect(reply.body).toContain('This invitation is not open')
  },
)
