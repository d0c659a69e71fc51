import { beforeAll, describe, expect, test } from 'vitest'
import { resources } from '../../src/http/jsonapi/registry.ts'
import { samples } from '../../tools/samples/jsonapi.ts'
import { newWorld, post, type World } from '../conformance/jsonapi/world.ts'
import type { Answer } from '../support/jsonapi.ts'

let world: World
beforeAll(async () => {
  world = await newWorld()
})

const signature = { key: 'name', type: 'signature', role: 'driver', label: 'Name', required: true }
const long = 'x'.repeat(501)

// For each type: attributes of a wrong shape, and attributes of the right shape that break rules of core, each with all
// the sources that the errors must name.
const to: Record<string, Record<string, string>> = { decisions: { verification: 'verifications' } }
type Case = { shape: [attributes: object, names: string[]]; rules: [attributes: object, names: string[]] }
const cases: Record<string, Case> = {
  agreements: {
    shape: [{ title: 7, signerRoles: [5], colour: 1 }, ['title', 'signerRoles/0', 'colour']],
    rules: [
      { source: '{{nobody}}', signerRoles: [], fields: [signature, { ...signature, key: 'A' }], title: ' ' },
      ['fields/1/key', 'signerRoles', 'source', 'title'],
    ],
  },
  'agreement-links': {
    shape: [{ title: 5, expiresAt: 'soon' }, ['title', 'expiresAt']],
    rules: [{ title: ' ', expiresAt: '2026-01-31T00:00:00Z' }, ['expiresAt', 'title']],
  },
  'api-credentials': {
    shape: [{ name: 5, expiresAt: 5 }, ['name', 'expiresAt']],
    rules: [{ name: ' ', expiresAt: '2026-01-31T00:00:00Z' }, ['expiresAt', 'name']],
  },
  'api-keys': {
    shape: [{ requestsPerMinute: '1', colour: 1 }, ['requestsPerMinute', 'colour']],
    rules: [
      { name: ' ', apiVersion: '9.9', requestsPerMinute: 0, allowedAddresses: ['10.0.0.0/33'] },
      ['allowedAddresses/0', 'apiVersion', 'name', 'requestsPerMinute'],
    ],
  },
  exports: {
    shape: [{ list: 5, format: 'xlsx' }, ['list', 'format']],
    rules: [{ list: 'gadgets', format: 'csv' }, ['list']],
  },
  'saved-views': {
    shape: [{ name: 5, query: 5, colour: 1 }, ['name', 'query', 'colour']],
    rules: [{ name: ' ', path: 'https://a.example' }, ['name', 'path']],
  },
  cancellations: { shape: [{ reason: 5, colour: 1 }, ['reason', 'colour']], rules: [{ reason: long }, ['reason']] },
  consents: {
    shape: [{ kind: 5, locale: 5 }, ['kind', 'locale']],
    rules: [{ kind: 'biometrics', typedName: ' ', textVersion: 'x' }, ['textVersion', 'typedName']],
  },
  decisions: {
    shape: [{ result: 'maybe', reason: 5 }, ['result', 'reason']],
    rules: [{ result: 'verified', reason: long }, ['reason']],
  },
  invitations: {
    shape: [{ name: 5, email: 5 }, ['name', 'email']],
    rules: [{ name: ' ', email: 'nowhere' }, ['email', 'name']],
  },
  'bulk-sends': {
    shape: [{ delivery: 'pigeon', fileUpload: { name: 'x.csv', base64: 5 } }, ['delivery', 'fileUpload/base64']],
    rules: [{ fileUpload: { name: 'x.csv', base64: 'ZW1haWwKbm9ib2R5Cg==' } }, ['fileUpload']],
  },
  recoveries: {
    shape: [{ since: 'once', perSecond: 'x' }, ['since', 'perSecond']],
    rules: [{ since: '2099-01-31T00:00:00Z', perSecond: 0 }, ['perSecond', 'since']],
  },
  roles: {
    shape: [{ name: 5, permissions: 'all' }, ['name', 'permissions']],
    rules: [{ name: 'A B', permissions: ['users:eat'] }, ['name', 'permissions/0']],
  },
  'secret-rotations': {
    shape: [{ overlapHours: 'x', colour: 1 }, ['overlapHours', 'colour']],
    rules: [{ overlapHours: 999 }, ['overlapHours']],
  },
  submissions: {
    shape: [{ metadata: { a: 1 }, newSigner: { email: 5 } }, ['metadata/a', 'newSigner/email']],
    rules: [{ newSigner: { name: ' ', email: 'x' } }, ['newSigner/email', 'newSigner/name']],
  },
  verifications: {
    shape: [{ provider: 5, personalData: { dateOfBirth: 5 } }, ['provider', 'personalData/dateOfBirth']],
    rules: [
      { kind: 'motor_vehicle_record', tier: 'panel 5', personalData: { ssn: '1' } },
      ['personalData/ssn', 'tier'],
    ],
  },
  voidings: { shape: [{ reason: 5, colour: 1 }, ['reason', 'colour']], rules: [{ reason: long }, ['reason']] },
  webhooks: {
    shape: [{ ordered: 1, customHeaders: { Fine: 5 } }, ['ordered', 'customHeaders/Fine']],
    rules: [
      { destinationUrl: 'nowhere', eventTypes: ['burnt'], customHeaders: { Host: 'x' } },
      ['customHeaders/Host', 'destinationUrl', 'eventTypes/0'],
    ],
  },
}

/** Posts a good document of a type with some other attributes. */
function postWith(type: string, changes: object): Promise<Answer> {
  const { attributes, relationships = to[type] ?? {} } = samples[type] ?? {}
  const ids: Record<string, string> = {
    roles: world.role,
    agreements: world.agreement,
    'agreement-links': world.link,
    submissions: world.submission,
    verifications: world.verification,
    webhooks: world.webhook,
  }
  const linked = Object.entries(relationships).map(([name, type]) => [name, { data: { type, id: ids[type] } }])
  return post(world, type, { ...attributes, ...changes }, Object.fromEntries(linked))
}

/** The sources of the errors for a good document with some other attributes. */
async function refusedFor(type: string, changes: object): Promise<string[]> {
  const { status, body } = await postWith(type, changes)
  expect(status).toBe(422)
  return body.errors.flatMap(({ source }) => source?.pointer ?? [])
}

const pointers = (names: string[]) => names.map((name) => `/data/attributes/${name}`)

describe.each(Object.entries(cases))('new %s', (type, { shape, rules }) => {
  test('get every fault of their shape at once', async () => {
    expect(await refusedFor(type, shape[0])).toEqual(expect.arrayContaining(pointers(shape[1])))
  })

  test('get every broken rule at once when their shape is right', async () => {
    expect(await refusedFor(type, rules[0])).toEqual(expect.arrayContaining(pointers(rules[1])))
  })

  test('get the faults of their shape first', async () => {
    const told = await refusedFor(type, { ...rules[0], ...shape[0] })
    const broken = rules[1].filter((name) => !Object.keys(shape[0]).some((given) => name.startsWith(given)))
    expect(told.filter((pointer) => pointers(broken).includes(pointer))).toEqual([])
  })
})

// Core has no further rules for the attributes and relationships of these types.
const withoutRules = [
  'erasures',
  'events',
  'redeliveries',
  'reminders',
  'review-claims',
  'webhook-events',
  'withdrawals',
]

test('every creatable type has such a case', () => {
  const creatable = resources.filter(({ create }) => create).map(({ type }) => type)
  expect(creatable.filter((type) => !(type in cases)).sort()).toEqual(withoutRules)
})

test.each([
  ['webhooks', 'notificationEmails', [5, 'a@b.example', 'a\u202e@b.example'], ['0', '2']],
  ['webhooks', 'notificationEmails', ['x', 'a@b.example', 'y'], ['0', '2']],
  ['webhooks', 'eventTypes', ['burnt', 'smoked'], ['0', '1']],
  ['webhooks', 'eventTypes', 'verification', ['']],
  ['api-keys', 'allowedAddresses', ['10.0.0.0/33', '10.0.0.1', 'x'], ['0', '2']],
  ['roles', 'permissions', [{}, 5, 'users:read'], ['0', '1']],
  ['agreements', 'fields', Array(12).fill(5), [...Array(12).keys()]],
  ['agreements', 'signerRoles', [5, 5], ['0', '1']],
])('one reply for %s points at each wrong element of %s: %j', async (type, name, value, found) => {
  const { status, body } = await postWith(type, { [name]: value })
  const at = `/data/attributes/${name}`
  const pointers = body.errors.flatMap(({ source }) => (source?.pointer?.startsWith(at) ? source.pointer : []))
  expect([status, pointers.sort()]).toEqual([422, found.map((place) => `${at}/${place}`.replace(/\/$/, '')).sort()])
})

test.each([
  ['webhooks', Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`m${index}`, 1])), 101],
  ['webhooks', { eventTypes: Array(50_000).fill('burnt') }, 1],
  ['agreements', { fields: Array(50_000).fill(1) }, 1],
])('attributes of %s with nothing but faults are answered quickly, with a hundred of them', async (type, all, told) => {
  const { status, body } = await postWith(type, all)
  expect([status, body.errors.length]).toEqual([422, told])
})

test('a document with too deep nesting is refused', async () => {
  const deep = `${'['.repeat(40)}${']'.repeat(40)}`
  const body = `{"data":{"type":"submissions","attributes":{"metadata":${deep}}}}`
  expect((await world.call('POST', '/submissions', { body })).status).toBe(422)
})

test('a change is judged together with the unchanged members', async () => {
  const [type, id] = ['agreements', world.agreement]
  const body = { data: { type, id, attributes: { title: ' ', source: '{{nobody}}' } } }
  const refused = await world.call('PATCH', `/${type}/${id}`, { body })
  expect(refused.body.errors.map((error) => error.source?.pointer)).toEqual(pointers(['source', 'title']))
})
