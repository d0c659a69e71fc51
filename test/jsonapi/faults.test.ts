import { beforeAll, expect, test } from 'vitest'
import { resources } from '../../src/http/jsonapi/registry.ts'
import { newWorld, post, type World } from '../conformance/jsonapi/world.ts'

let world: World
beforeAll(async () => {
  world = await newWorld()
})

const signature = { key: 'name', type: 'signature', role: 'driver', label: 'Name', required: true }
const long = 'x'.repeat(501)

// For each type: attributes that break its shape and the rules of core at once, and what must be pointed at.
const cases: Record<string, [attributes: object, pointers: string[]]> = {
  agreements: [
    { title: 7, source: '{{nobody}}', signerRoles: [], fields: [signature, { ...signature, key: 'A' }] },
    ['title', 'fields/1/key', 'signerRoles', 'source'],
  ],
  'agreement-links': [{ title: ' ', expiresAt: 'soon' }, ['expiresAt', 'title']],
  'api-credentials': [{ name: ' ', expiresAt: 5 }, ['expiresAt', 'name']],
  'api-keys': [
    { name: ' ', apiVersion: '9.9', requestsPerMinute: '1', colour: 1 },
    ['requestsPerMinute', 'colour', 'apiVersion', 'name'],
  ],
  cancellations: [{ reason: long, colour: 1 }, ['colour', 'reason']],
  consents: [{ kind: 'biometrics', typedName: ' ', locale: 5 }, ['locale', 'typedName']],
  decisions: [{ result: 'maybe', reason: long }, ['result', 'reason']],
  recoveries: [{ since: 'once', perSecond: 0 }, ['since', 'perSecond']],
  roles: [{ name: 'A B', permissions: 'all' }, ['permissions', 'name']],
  'secret-rotations': [{ overlapHours: 999, colour: 1 }, ['colour', 'overlapHours']],
  submissions: [
    { metadata: { a: 1 }, newSigner: { name: 'x'.repeat(201), email: 5 } },
    ['metadata/a', 'newSigner/email', 'newSigner/name'],
  ],
  users: [{ name: 5, email: 'nobody' }, ['name', 'email']],
  verifications: [
    { kind: 'motor_vehicle_record', tier: 'panel 5', provider: 5, personalData: { ssn: '1', dateOfBirth: 5 } },
    ['provider', 'personalData/dateOfBirth', 'personalData/ssn', 'tier'],
  ],
  voidings: [{ reason: long, colour: 1 }, ['colour', 'reason']],
  webhooks: [
    { destinationUrl: 'nowhere', eventTypes: ['burnt'], ordered: 1, customHeaders: { Host: 'x', Fine: 5 } },
    ['ordered', 'customHeaders/Fine', 'destinationUrl', 'eventTypes/0', 'customHeaders/Host'],
  ],
}
const creatable = resources.filter(({ create, findFaults }) => create && findFaults).map(({ type }) => type)

test.each(creatable)('one answer points at every fault of new %s, of their shape and of the rules', async (type) => {
  const [attributes, names] = cases[type] ?? [{}, []]
  const { status, body } = await post(world, type, attributes, {})
  expect(status).toBe(422)
  const pointers = body.errors.map((error) => error.source?.pointer)
  expect(pointers).toEqual(expect.arrayContaining(names.map((name) => `/data/attributes/${name}`)))
})

test.each([
  ['api-keys', { requestsPerMinute: 0 }],
  ['api-credentials', { colour: 1 }],
  ['agreement-links', { title: ' ' }],
])('what ends before it begins is refused beside the other faults of %s', async (type, attributes) => {
  const { status, body } = await post(world, type, { ...attributes, expiresAt: '2026-01-31T00:00:00Z' }, {})
  const pointers = body.errors.map(({ source }) => source?.pointer)
  const both = ['expiresAt', ...Object.keys(attributes)].map((name) => `/data/attributes/${name}`)
  expect([status, pointers]).toEqual([422, expect.arrayContaining(both)])
})

test.each([
  ['webhooks', 'notificationEmails', [5, 'a@b.example', 'x', 'a\u202e@b.example'], ['0', '2', '3']],
  ['webhooks', 'notificationEmails', [5, ...Array(10).fill('a@b.example')], ['', '0']],
  ['webhooks', 'eventTypes', ['burnt', null], ['0', '1']],
  ['webhooks', 'eventTypes', 'verification', ['']],
  ['api-keys', 'allowedAddresses', [['10.0.0.1'], '10.0.0.0/33'], ['0', '1']],
  ['roles', 'permissions', [{}, 'users:eat', 'users:read'], ['0', '1']],
  ['agreements', 'fields', [...Array(12).fill(5), { ...signature, key: 'A' }], [...Array(12).keys(), '12/key']],
  ['agreements', 'signerRoles', [5, 5], ['', '0', '1']],
])('of %s one answer points at each element of %s that is at fault: %j', async (type, name, value, found) => {
  const { status, body } = await post(world, type, { [name]: value }, {})
  const at = `/data/attributes/${name}`
  const pointers = body.errors.flatMap(({ source }) => (source?.pointer?.startsWith(at) ? source.pointer : []))
  expect([status, pointers.sort()]).toEqual([422, found.map((place) => `${at}/${place}`.replace(/\/$/, '')).sort()])
})

test.each([
  ['webhooks', Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`m${index}`, 1]))],
  ['webhooks', { eventTypes: Array(50_000).fill('burnt') }],
  ['agreements', { fields: Array(50_000).fill(1) }],
])(
  'attributes of %s that hold nothing but faults keep nobody waiting: the first thousand are told',
  async (type, all) => {
    const { status, body } = await post(world, type, all, {})
    expect([status, body.errors.length]).toEqual([422, 1_000])
  },
)

test('what is nested deeper than any structure here is refused', async () => {
  const deep = `${'['.repeat(40)}${']'.repeat(40)}`
  const body = `{"data":{"type":"submissions","attributes":{"metadata":${deep}}}}`
  expect((await world.call('POST', '/submissions', { body })).status).toBe(422)
})

test('what is missing by a rule is told beside what is malformed', async () => {
  const { body } = await post(world, 'consents', { kind: 'biometrics', locale: 5 }, {})
  const found = body.errors.map(({ source, detail }) => [source?.pointer, detail])
  expect(found).toEqual([
    ['/data/attributes/locale', 'Use a text.'],
    ['/data/attributes', 'The person types their name to consent.'],
  ])
})

test('a change is judged together with what stays as it is', async () => {
  const [type, id] = ['agreements', world.agreement]
  const body = { data: { type, id, attributes: { title: 5, source: '{{nobody}}' } } }
  const refused = await world.call('PATCH', `/${type}/${id}`, { body })
  const pointers = refused.body.errors.map((error) => error.source?.pointer)
  expect(pointers).toEqual(['/data/attributes/title', '/data/attributes/source'])
})
