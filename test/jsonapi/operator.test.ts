import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createMailer } from '../../src/adapters/mail/index.ts'
import { grantServerAdmin, inviteMember, revokeInvitation } from '../../src/core/accounts/index.ts'
import { formatId } from '../../src/core/ids.ts'
import { mail } from '../../src/core/mail.ts'
import { faces } from '../../src/faces.ts'
import { describedServer } from '../../src/http/jsonapi/operator/described.ts'
import { createServer } from '../../src/http/server.ts'
import { operator as pageOfOperator } from '../../web/texts/en/operator.ts'
import { newAddress, readInvitationMail } from '../support/invitations.ts'
import { type Client, clientOf, newClient } from '../support/jsonapi.ts'
import { dependencies } from '../support/jsonapi-server.ts'
import { newOperator } from '../support/operator.ts'
import { database } from '../support/organization.ts'

let app: FastifyInstance
let home: string
let admin: Client

beforeAll(async () => {
  const made = newOperator()
  home = made.home
  app = await createServer({ ...dependencies, operator: made.operator }, faces, { trustedProxies: [] })
  admin = clientOf(app, await newClient())
  await grantServerAdmin(database.system, admin.userId, new Date())
})
afterAll(async () => {
  await app.close()
  await rm(home, { recursive: true })
})

const post = (type: string, attributes: object, headers: Record<string, string> = {}, client = admin) =>
  client.call('POST', `/${type}`, { body: { data: { type, attributes } }, headers })
const patch = (type: string, id: string, attributes: object) =>
  admin.call('PATCH', `/${type}/${id}`, { body: { data: { type, id, attributes } } })

test.each(describedServer.map(({ type }) => type))('only server admins can read %s', async (type) => {
  const other = clientOf(app, await newClient())
  const answers = [await other.get(`/${type}`), await other.get(`/${type}/1`), await other.call('DELETE', `/${type}/1`)]
  for (const { status, body } of answers) expect([status, body.errors[0].code]).toEqual([403, 'server_admin_required'])
  expect((await admin.get(`/${type}`)).status).toBe(200)
})

test('the server shows its version, its size and its queues', async () => {
  const { attributes } = (await admin.get('/server-states/this')).body.data
  expect(attributes).toMatchObject({ version: '0.1.0', databaseBytes: expect.any(Number), inMaintenance: false })
  const queues = (await admin.get('/server-queues')).body.data
  // The operator's page has a name for each queue.
  expect(queues.map(({ id }) => id).sort()).toEqual(Object.keys(pageOfOperator.queues.names).sort())
})

test('two reads of an unchanged server state are equal: it has the start and rounded sizes', async () => {
  const read = async () => (await admin.get('/server-states/this')).body.data.attributes
  const [first, second] = [await read(), await read()]
  expect(second.startedAt).toBe(first.startedAt)
  expect(Object.keys(first).filter((name) => /seconds|uptime|age/i.test(name))).toEqual([])
  const { etag } = (await admin.get('/server-states/this')).headers
  const again = await admin.call('GET', '/server-states/this', { headers: { 'if-none-match': String(etag) } })
  expect(again.status).toBe(304)
  expect([Number(first.databaseBytes) % 1_000_000, Number(first.freeBytes) % 100_000_000]).toEqual([0, 0])
})

test('a finding of doctor comes with the command that fixes it', async () => {
  const { body } = await admin.get('/server-findings?filter[about]=SMTP_URL')
  expect(body.data[0].attributes).toMatchObject({
    says: 'not set: mails stay in the outbox in the home',
    said: { sentence: 'findings.mail_kept', values: {} },
    isWell: true,
    mend: null,
  })
})

test('a message of the outbox can be read and deleted, and cannot be sent without a mail server', async () => {
  const mailer = createMailer({ smtpUrl: null, from: 'Sealane <no-reply@example.com>', folder: join(home, 'mail') })
  await mailer.send(mail(['zoë@example.com'], 'job_set_aside', { server: 'x', id: '1', task: 'é', error: '' }))
  const { id, attributes } = (await admin.get('/server-mails')).body.data[0]
  expect(attributes).toMatchObject({ to: 'zoë@example.com', text: expect.stringContaining('é') })
  const refused = await patch('server-mails', id, { isSent: true })
  expect([refused.status, refused.body.errors[0].code]).toEqual([409, 'mail_refused'])
  expect((await admin.call('DELETE', `/server-mails/${id}`)).status).toBe(204)
  expect((await admin.get('/server-mails')).body.meta.total).toBe(0)
})

test('a test mail reports success, or what is wrong with its address', async () => {
  const send = (to: string) => post('server-test-mails', { to })
  expect((await send('ops@example.com')).status).toBe(201)
  const { status, body } = await send('nobody')
  expect([status, body.errors[0].source]).toEqual([422, { pointer: '/data/attributes/to' }])
})

test('a POST of the operator area is done once for its Idempotency-Key', async () => {
  const headers = { 'idempotency-key': 'once' }
  const mails = async () => Number((await admin.get('/server-mails')).body.meta.total)
  const before = await mails()
  const [first, second] = [
    await post('server-test-mails', { to: 'once@example.com' }, headers),
    await post('server-test-mails', { to: 'once@example.com' }, headers),
  ]
  expect([second.text, second.headers['idempotent-replayed']]).toEqual([first.text, 'true'])
  expect(await mails()).toBe(before + 1)
})

const invite = () => inviteMember(admin.ctx, { name: 'Guest', email: newAddress(), role: 'viewer' })
const showLink = (id: string, key?: string) =>
  post(
    'server-invitation-links',
    { invitation: formatId('invitation', id) },
    key === undefined ? {} : { 'idempotency-key': key },
  )

test('without a mail server, a server admin can see a new invitation link, which ends the mailed one and is in the trail', async () => {
  const invitation = await invite()
  const { token } = await readInvitationMail(admin.ctx, invitation)
  const [first, again] = [await showLink(invitation.id, 'link'), await showLink(invitation.id, 'link')]
  const { url } = first.body.data.attributes
  expect(again.body.data.attributes.url).toBe('(shown once, in the first reply)')
  const open = async (address: string) => (await app.inject(address)).statusCode
  const path = new URL(String(url)).pathname + new URL(String(url)).search
  expect([await open(path), await open(`/join?invitation=${token}`)]).toEqual([200, 404])
  const { body } = await admin.get('/audit-events?filter[action]=invitation.link_shown')
  expect(body.data.map(({ relationships }) => relationships.user?.data?.id)).toEqual([formatId('user', admin.userId)])
})

test('the link of an invitation that is revoked, expired or of another organization is not shown', async () => {
  const [taken, late] = [await invite(), await invite()]
  await revokeInvitation(admin.ctx, taken.id)
  await database.pool.query('update invitations set expires_at = now() where id = $1', [late.id])
  const theirs = await inviteMember((await newClient()).ctx, { name: 'Guest', email: newAddress(), role: 'viewer' })
  for (const [{ id }, status, code] of [
    [taken, 404, 'invitation_not_found'],
    [late, 409, 'invitation_expired'],
    [theirs, 404, 'invitation_not_found'],
  ] as const)
    expect([(await showLink(id)).status, (await showLink(id)).body.errors[0].code]).toEqual([status, code])
})

test('with a mail server, nobody can see an invitation link', async () => {
  const { operator } = newOperator()
  const sending = { ...dependencies, operator: { ...operator, sendsMail: true } }
  const other = await createServer(sending, faces, { trustedProxies: [] })
  const attributes = { invitation: formatId('invitation', (await invite()).id) }
  const answer = await post('server-invitation-links', attributes, {}, { ...admin, call: clientOf(other, admin).call })
  expect([answer.status, answer.body.errors[0].code]).toEqual([409, 'mails_are_sent'])
  await other.close()
})

test('a server admin can put one organization into maintenance and take it out', async () => {
  const other = await newClient()
  const [found] = (await admin.get(`/server-organizations?filter[slug]=${other.slug}`)).body.data
  await patch('server-organizations', found.id, { inMaintenance: true })
  expect((await other.get('/webhooks')).status).toBe(503)
  await patch('server-organizations', found.id, { inMaintenance: false })
  expect((await other.get('/webhooks')).status).toBe(200)
})

test('an unknown job, and the name of a file, are not found', async () => {
  for (const path of ['/server-jobs/9007199254740991', '/server-mails/..%2Fmaster', '/server-states/that'])
    expect([path, (await admin.call('DELETE', path)).status]).toEqual([path, 404])
})

test('a change by the operator respects If-Match, and returns the new ETag', async () => {
  const id = formatId('organization', (await newClient()).ctx.organizationId)
  const path = `/server-organizations/${id}`
  const set = (inMaintenance: boolean, etag: unknown) =>
    admin.call('PATCH', path, {
      body: { data: { type: 'server-organizations', id, attributes: { inMaintenance } } },
      headers: { 'if-match': String(etag) },
    })
  const { etag } = (await admin.get(path)).headers
  const first = await set(true, etag)
  expect([first.status, (await set(false, etag)).status]).toEqual([200, 412])
  expect((await admin.get(path)).headers.etag).toBe(first.headers.etag)
  expect((await set(false, first.headers.etag)).status).toBe(200)
})
