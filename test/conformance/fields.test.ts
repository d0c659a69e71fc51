import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { createApiKey } from '../../src/core/accounts/index.ts'
import type { Field } from '../../src/core/agreements/index.ts'
import { newWorld, type World } from './jsonapi/world.ts'

const common = { role: 'tenant', required: true }
const signature: Field = { ...common, key: 'signature', type: 'signature', label: 'Signature' }
const fields: Field[] = [
  { ...common, key: 'note', type: 'text', label: 'Note', required: false, maxLength: 300, multiline: true },
  { ...common, key: 'day', type: 'date', label: 'Day', min: '2026-01-01', max: '2026-12-31' },
  { ...common, key: 'box', type: 'checkbox', label: 'Box' },
  { ...common, key: 'first', type: 'initials', label: 'Initials' },
  { ...common, key: 'rent', type: 'number', label: 'Rent', min: 0.5, max: 9_999, decimals: 2 },
  { ...common, key: 'colour', type: 'choice', label: 'Colour', choices: ['red', 'blue'], display: 'dropdown' },
  { ...common, key: 'licence', type: 'file', label: 'Licence', accept: ['pdf', 'png'], maxMegabytes: 2 },
  {
    ...{
      ...common,
      key: 'breed',
      type: 'text',
      label: 'Breed',
      minLength: 2,
      pattern: '[A-Z].*',
      patternWords: 'A name',
    },
    ...{ showIf: { field: 'colour', notEquals: 'red' }, prefill: 'breed', fixed: true },
  },
  signature,
]

let world: World
let key: string

beforeAll(async () => {
  world = await newWorld()
  key = (await createApiKey(world.ctx, { name: 'fields', apiVersion: '2.2', role: 'admin' })).secret
})

const source = 'Signed by {{signature}}'
const roles = [{ key: 'tenant', name: 'Tenant' }]

/** Fields with the names that REST gives their members. */
function toWire(given: object[]): object[] {
  const snake = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  return JSON.parse(JSON.stringify(given).replaceAll(/"(\w+)":/g, (_, name: string) => `"${snake(name)}":`))
}

async function create(dialect: 'rest' | 'jsonapi', given: object[]) {
  if (dialect === 'rest') {
    const payload = { title: 'Lease', source, signer_roles: roles, fields: toWire(given) }
    const reply = await world.app.inject({
      method: 'POST',
      url: '/v2/agreements',
      headers: { 'x-api-key': key },
      payload,
    })
    return { status: reply.statusCode, id: reply.json().agreement_id, text: reply.body }
  }
  const attributes = { title: 'Lease', source, signerRoles: roles, fields: given }
  const reply = await world.call('POST', '/agreements', { body: { data: { type: 'agreements', attributes } } })
  return { status: reply.status, id: [reply.body.data].flat()[0]?.id, text: JSON.stringify(reply.body) }
}

async function read(dialect: 'rest' | 'jsonapi', id: string): Promise<unknown> {
  if (dialect === 'jsonapi') return (await world.call('GET', `/agreements/${id}`)).body
  return (await world.app.inject({ url: `/v2/agreements/${id}`, headers: { 'x-api-key': key } })).json()
}

test('every type of field that one dialect accepts is shown unchanged by the other', async () => {
  const { id } = await create('rest', fields)
  expect(await read('jsonapi', id)).toMatchObject({ data: { attributes: { fields } } })
  const made = await create('jsonapi', fields)
  expect(await read('rest', made.id)).toMatchObject({ fields: toWire(fields) })
})

test.each([
  ['a member that no field has', { ...fields[0], maximum: 3 }, 'maximum'],
  ['an unknown type', { ...fields[0], type: 'photo' }, 'type'],
  ['an option of another type', { ...fields[2], choices: ['a', 'b'] }, 'choices'],
  ['a choice without choices', { ...common, key: 'colour', type: 'choice', label: 'Colour' }, 'choices'],
  ['a choice of numbers', { ...fields[5], choices: [1, 2] }, 'choices'],
  ['a bound that is none', { ...fields[4], min: true }, 'min'],
  ['a signature that may be left', { ...signature, key: 'second', required: false }, 'required'],
])('both dialects refuse %s, with its path', async (_what, field, where) => {
  for (const dialect of ['rest', 'jsonapi'] as const) {
    const { status, text } = await create(dialect, [field, signature])
    expect([status, text]).toEqual([expect.toSatisfy((it) => it === 400 || it === 422), expect.stringContaining(where)])
  }
})

test('the example of docs/fields.md makes an agreement', async () => {
  const [, json = ''] = /```json\n([\s\S]*?)```/.exec(readFileSync('docs/fields.md', 'utf8')) ?? []
  const headers = { 'x-api-key': key }
  const reply = await world.app.inject({ method: 'POST', url: '/v2/agreements', headers, payload: JSON.parse(json) })
  expect([reply.statusCode, reply.json().fields.length]).toEqual([201, 6])
})
