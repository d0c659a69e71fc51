import { beforeAll, expect, test } from 'vitest'
import { formatId, parseId } from '../../src/core/ids.ts'
import { create, newWorld, post, type World } from '../conformance/jsonapi/world.ts'
import { newCertificate } from '../support/certificate.ts'
import { newVerification, runJob } from '../support/verifications.ts'

let world: World
beforeAll(async () => {
  world = await newWorld()
})

const to = (type: string, id: string) => ({ data: { type, id } })
const criminal = { type: 'us_criminal_record_check', tier: 'request_us_criminal_record_check_tier_2' }
const destinationUrl = 'http://127.0.0.1:9/hook'
const oauth = { tokenUrl: 'http://127.0.0.1:9/token', clientId: 'me', clientSecret: 's3cret', scope: 'hooks' }
const patch = (type: string, id: string, attributes: object) =>
  world.call('PATCH', `/${type}/${id}`, { body: { data: { type, id, attributes } } })
const newWebhook = (more: object = {}) => create(world, 'webhooks', { destinationUrl, ...more })

const pathOf = (type: string, metadata: object) => `/${type}?filter[metadata]=${JSON.stringify(metadata)}`

test('a metadata filter finds a submission when every pair is among its values', async () => {
  const link = { agreementLink: to('agreement-links', world.link) }
  const made = await create(world, 'submissions', { metadata: { team: ['blue', 'red'], seat: '4' } }, link)
  const found = async (metadata: object) =>
    (await world.get(pathOf('submissions', metadata))).body.data.map(({ id }) => id)
  expect(await found({ team: 'red', seat: '4' })).toEqual([made.id])
  expect(await found({ team: 'green' })).toEqual([])
})

test('a metadata filter finds the deliveries of a verification, with numbers compared as text', async () => {
  await newWebhook()
  const { id } = await newVerification(world.ctx, { metadata: { campaign: 'winter', seats: 8 } })
  const found = async (metadata: object) =>
    (await world.get(pathOf('webhook-events', metadata))).body.data.map(
      (one) => one.relationships.verification?.data?.id,
    )
  expect(new Set(await found({ campaign: 'winter', seats: '8' }))).toEqual(new Set([formatId('verification', id)]))
  expect(await found({ campaign: 'winter', seats: '9' })).toEqual([])
})

test('a submission can be created for one signer, whose token is shown once', async () => {
  const given = { metadata: { order: '7' }, newSigner: { name: 'Robin', email: 'robin@example.com' } }
  const made = await create(world, 'submissions', given, { agreementLink: to('agreement-links', world.link) })
  expect(made.attributes).toMatchObject({ status: 'created', metadata: { order: '7' } })
  const page = await world.app.inject(new URL(String(made.attributes.signingUrl)).pathname)
  expect([page.statusCode, page.body]).toEqual([200, expect.stringContaining('robin@example.com')])
  const again = await world.get(`/submissions/${made.id}?include=signers`)
  expect(again.body.data.attributes).not.toHaveProperty('signingUrl')
  expect(again.body.included[0].attributes).toMatchObject({ name: 'Robin', email: 'robin@example.com' })
})

test('submissions are found by whole words of a signer’s name or address', async () => {
  const given = { newSigner: { name: 'Zoë Quill', email: 'zq@harbour.example' } }
  const made = await create(world, 'submissions', given, { agreementLink: to('agreement-links', world.link) })
  expect(made.attributes.people).toBe('Zoë Quill')
  const found = async (words: string) =>
    (await world.get(`/submissions?filter[people]=${encodeURIComponent(words)}`)).body.data.map(({ id }) => id)
  expect(await found('quill zoe')).toEqual([made.id])
  expect(await found('zq@harbour.example')).toEqual([made.id])
  expect(await found('quil')).toEqual([])
})

test('the sender does not see the token of an invitation by mail', async () => {
  const given = { newSigner: { email: 'robin@example.com', delivery: 'email' } }
  const made = await create(world, 'submissions', given, { agreementLink: to('agreement-links', world.link) })
  expect(made.attributes).not.toHaveProperty('signingUrl')
})

test('a fault of the proposed signer has a pointer', async () => {
  const given = { newSigner: { name: 'x'.repeat(201) } }
  const refused = await post(world, 'submissions', given, { agreementLink: to('agreement-links', world.link) })
  expect(refused.body.errors[0].source).toEqual({ pointer: '/data/attributes/newSigner/name' })
})

test('an inactive link cannot begin a submission', async () => {
  const link = await create(world, 'agreement-links', {}, { agreement: to('agreements', world.agreement) })
  await patch('agreement-links', link.id, { isActive: false })
  const refused = await post(world, 'submissions', {}, { agreementLink: to('agreement-links', link.id) })
  expect([refused.status, refused.body.errors[0].code]).toEqual([410, 'agreement_link_inactive'])
})

test('a rotation shows the new secret once, and is recorded', async () => {
  const { id, attributes } = await newWebhook()
  const made = await create(world, 'secret-rotations', { overlapHours: 1 }, { webhook: to('webhooks', id) })
  expect(made.attributes).toMatchObject({ overlapHours: 1, secret: expect.stringMatching(/^whsec_/) })
  expect(made.attributes.secret).not.toBe(attributes.secret)
  const { body } = await world.get(`/webhooks/${id}/secretRotations`)
  expect(body.data.map((one) => [one.id, one.attributes.secret])).toEqual([[made.id, undefined]])
  const refused = await post(world, 'secret-rotations', { overlapHours: 169 }, { webhook: to('webhooks', id) })
  expect(refused.body.errors[0].source).toEqual({ pointer: '/data/attributes/overlapHours' })
})

test('a recovery can be begun, one at a time, and cancelled', async () => {
  const { id } = await newWebhook()
  const since = '2026-01-01T00:00:00Z'
  const begin = () => post(world, 'recoveries', { since, perSecond: 5 }, { webhook: to('webhooks', id) })
  const { body } = await begin()
  expect(body.data.attributes).toMatchObject({ state: 'running', perSecond: 5, isCancelled: false })
  expect((await begin()).body.errors[0].code).toBe('recovery_running')
  expect(body.data.attributes).toMatchObject({ scope: 'missed' })
  const stopped = await patch('recoveries', body.data.id, { isCancelled: true })
  expect(stopped.body.data.attributes).toMatchObject({ state: 'cancelled', isCancelled: true })
  const resumed = await patch('recoveries', body.data.id, { isCancelled: false })
  expect([resumed.status, resumed.body.errors[0].code]).toEqual([409, 'recovery_ended'])
})

test('the connection settings of a webhook can be set and removed, and are shown without secrets', async () => {
  const { cert, key } = newCertificate()
  const clientCertificate = { certificate: String(cert), privateKey: String(key) }
  const settings = { asymmetric: true, ordered: true, customHeaders: { 'X-A': 'h1dden' }, clientCertificate, oauth }
  const made = await newWebhook(settings)
  const shown = { tokenUrl: oauth.tokenUrl, clientId: 'me', scope: 'hooks' }
  expect(made.attributes).toMatchObject({ customHeaders: { 'X-A': null }, oauth: shown, asymmetric: true })
  const { text, body } = await world.get(`/webhooks/${made.id}`)
  expect(text).not.toMatch(/h1dden|s3cret|PRIVATE|BEGIN/)
  expect(body.data.attributes.clientCertificate).toMatchObject({ subject: 'CN=localhost' })
  const bare = { customHeaders: null, clientCertificate: null, oauth: null, asymmetric: false }
  const { attributes } = (await patch('webhooks', made.id, bare)).body.data
  expect(attributes).toMatchObject({ ...bare, customHeaders: {}, publicKey: null, ordered: true })
})

test('sending a webhook back unchanged keeps its secrets', async () => {
  const made = await newWebhook({ customHeaders: { 'X-A': '1' }, oauth })
  const { attributes } = (await world.get(`/webhooks/${made.id}`)).body.data
  const sent = await patch('webhooks', made.id, { ...attributes, notificationEmails: ['a@example.com'] })
  expect(sent.status).toBe(200)
  expect(sent.body.data.attributes).toMatchObject({ oauth: attributes.oauth, customHeaders: { 'X-A': null } })
})

test('no secret follows a webhook to another origin, and the reply says what became of the signing secret', async () => {
  const made = await newWebhook({ customHeaders: { 'X-A': '1' }, oauth })
  const { attributes } = (await world.get(`/webhooks/${made.id}`)).body.data
  const elsewhere = 'http://127.0.0.1:10/hook'
  const refused = await patch('webhooks', made.id, { ...attributes, destinationUrl: elsewhere })
  const pointers = refused.body.errors.map(({ source }) => source?.pointer)
  expect([refused.status, pointers]).toEqual([422, ['/data/attributes/customHeaders', '/data/attributes/oauth']])
  const again = { customHeaders: { 'X-A': '2' }, oauth: null }
  const moved = await patch('webhooks', made.id, { destinationUrl: elsewhere, ...again, signingSecret: 'rotate' })
  expect(moved.body.data.attributes).toMatchObject({
    signingSecret: 'rotated',
    secret: expect.stringMatching(/^whsec_/),
  })
  const back = await patch('webhooks', made.id, { destinationUrl, ...again, signingSecret: 'rotated' })
  expect(back.body.data.attributes).toMatchObject({ signingSecret: 'kept' })
})

test('a fault of connection settings has a pointer and no value', async () => {
  const refused = await post(world, 'webhooks', {
    destinationUrl,
    customHeaders: { Host: 'h1dden' },
    oauth: { ...oauth, tokenUrl: 'nowhere' },
    clientCertificate: { certificate: 's3cret', privateKey: 's3cret' },
  })
  expect(refused.text).not.toMatch(/h1dden|s3cret/)
  expect(refused.body.errors.map(({ source }) => source?.pointer).sort()).toEqual([
    '/data/attributes/clientCertificate',
    '/data/attributes/customHeaders/Host',
    '/data/attributes/oauth/tokenUrl',
  ])
})

test('a person can decide on a provider’s findings', async () => {
  const check = await newVerification(world.ctx, { ...criminal, last: 'Consider' })
  await runJob(world.ctx, 'verification.submit', check.id)
  await runJob(world.ctx, 'verification.sync', check.id, 9_000)
  const verification = to('verifications', formatId('verification', check.id))
  const made = await create(world, 'decisions', { result: 'rejected', reason: 'Too fast' }, { verification })
  expect(made.relationships.user?.data).toEqual({ type: 'users', id: world.user })
  const { body } = await world.get(`/decisions?filter[verification]=${verification.data.id}&include=verification`)
  expect(body.included[0].attributes).toMatchObject({ status: 'completed', result: 'rejected' })
  const again = await post(world, 'decisions', { result: 'verified' }, { verification })
  expect([again.status, again.body.errors[0].code]).toEqual([409, 'review_not_needed'])
})

test('a person can be erased once', async () => {
  const check = await newVerification(world.ctx)
  const person = formatId('subject', check.subjectId)
  const made = await create(world, 'erasures', { person })
  expect((await create(world, 'erasures', { person })).id).toBe(made.id)
  const { body } = await world.get(`/verifications/${formatId('verification', check.id)}`)
  expect(body.data.attributes.status).toBe('cancelled')
  const refused = await post(world, 'erasures', { person: formatId('subject', check.id) })
  expect([refused.status, refused.body.errors[0].source]).toEqual([404, { pointer: '/data/attributes/person' }])
})

test('a triggered event goes to every subscribed webhook, and is in the log', async () => {
  const { id } = await newWebhook({ eventTypes: ['agreement.completed'] })
  const made = await create(world, 'events', { kind: 'agreement.completed' })
  expect(made.attributes).toMatchObject({ isTest: true, isUndelivered: true, deliveries: { failed: 0 } })
  const heard = await world.get(`/events/${made.id}/webhookEvents?filter[webhook]=${id}`)
  expect(heard.body.data.map(({ relationships }) => relationships.event?.data)).toEqual([to('events', made.id).data])
  const { body } = await world.get(`/events?filter[isUndelivered]=true&filter[kind]=4&filter[id]=${made.id}`)
  expect(body.meta.total).toBe(1)
})

test('an archived agreement cannot be restored', async () => {
  const { attributes } = (await world.get(`/agreements/${world.agreement}`)).body.data
  const { id } = await create(world, 'agreements', {
    title: attributes.title,
    source: attributes.source,
    signerRoles: attributes.signerRoles,
    fields: attributes.fields,
  })
  expect((await patch('agreements', id, { isArchived: false })).status).toBe(200)
  await patch('agreements', id, { isArchived: true })
  const refused = await patch('agreements', id, { isArchived: false })
  expect([refused.status, refused.body.errors[0].code]).toEqual([409, 'agreement_archived'])
})

test('the text of a consent can be read in its version', async () => {
  const { body } = await world.get('/consent-texts?filter[kind]=drug_test&filter[version]=drug')
  const [text] = body.data
  const again = (await world.get(`/consent-texts/${text.id}`)).body.data
  expect([again.attributes.statement, again.id]).toEqual([text.attributes.statement, 'drug_test.2026-03.en'])
  const given = { kind: 'drug_test', textVersion: text.attributes.version, typedName: 'Ada' }
  expect((await create(world, 'consents', given)).attributes.textSha256).toBe(text.attributes.sha256)
})

test('an ended submission cannot be voided', async () => {
  const [declined] = (await world.get('/declines')).body.data
  const submission = declined.relationships.submission?.data
  const { status, body } = await post(world, 'voidings', {}, { submission: { data: submission } })
  expect([status, body.errors[0].code]).toEqual([409, 'submission_ended'])
})

test('a client can send an expired resource back unchanged, and cannot set another past expiry', async () => {
  const made = await create(world, 'agreement-links', {}, { agreement: to('agreements', world.agreement) })
  await world.ctx.db
    .updateTable('agreement_links')
    .set({ expires_at: new Date('2026-01-31T00:00:00.000Z') })
    .where('id', '=', parseId('agreement_link', made.id))
    .execute()
  const { attributes } = (await world.get(`/agreement-links/${made.id}`)).body.data
  const changed = await patch('agreement-links', made.id, { ...attributes, title: 'Renamed' })
  expect(changed.body.data.attributes).toMatchObject({ title: 'Renamed', expiresAt: '2026-01-31T00:00:00.000Z' })
  const refused = await patch('agreement-links', made.id, { expiresAt: '2026-01-31T00:00:01.000Z' })
  expect([refused.status, refused.body.errors[0].source]).toEqual([422, { pointer: '/data/attributes/expiresAt' }])
})
