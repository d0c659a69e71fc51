import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify from 'fastify'
import { expect, onTestFinished, test } from 'vitest'
import { takeFaults } from '../support/judge/found.ts'
import { judgeResponse } from '../support/judge/judge.ts'
import { readVerdicts, verdictsVariable, writeVerdict } from '../support/judge/verdicts.ts'

const type = 'application/vnd.api+json'
const headers = { 'content-type': type, vary: 'Accept' }
const jsonapi = { version: '1.1' }
const role = { type: 'roles', id: 'rol_1', attributes: { name: 'x' } }
const links = { self: 'http://a.example/v1/api/x' }
const meta = { sentence: 'refusals.document_data', values: {} }
const error = {
  id: '1',
  status: '400',
  code: 'bad_page',
  title: 'T',
  detail: 'Send a JSON object with a member data.',
  links: { about: links.self },
  meta,
}
const judge = (body: object, over: { status?: number; headers?: object; url?: string } = {}) =>
  judgeResponse(
    { method: 'GET', url: over.url ?? '/v1/api/roles' },
    over.status ?? 200,
    { ...headers, ...over.headers },
    JSON.stringify({ jsonapi, ...body }),
  )

test('a valid document has no faults', () => {
  expect(judge({ data: [role], links })).toEqual([])
  expect(judge({ errors: [error] }, { status: 400 })).toEqual([])
})

test.each<[string, object, { status?: number; headers?: object }?]>([
  ['a resource that is there twice', { data: [role, role] }],
  ['a resource without a type', { data: { id: '1' } }],
  ['an id that is a number', { data: { type: 'roles', id: 1 } }],
  ['data beside errors', { data: null, errors: [error] }, { status: 400 }],
  ['an included resource that nothing links to', { data: [role], included: [{ type: 'users', id: 'usr_1' }] }],
  ['one name for an attribute and a relationship', { data: { ...role, relationships: { name: { data: null } } } }],
  ['an unknown member at the top', { data: null, extra: 1 }],
  ['errors with a good status', { errors: [error] }, { status: 200 }],
  ['a status that the only error contradicts', { errors: [error] }, { status: 404 }],
  ['a code that is not explained', { errors: [{ ...error, code: 'mystery' }] }, { status: 400 }],
  ['a key of the database', { data: { ...role, attributes: { by: '0190f3a1-c2d3-7e4f-8a9b-0c1d2e3f4a5b' } } }],
  ['a charset', { data: null }, { headers: { 'content-type': `${type}; charset=utf-8` } }],
  ['no Vary', { data: null }, { headers: { vary: undefined } }],
])('the judge finds %s', (_name, body, over) => {
  expect(judge(body, over)).not.toEqual([])
})

test('a bad response of any test server is caught, with or without a socket', async () => {
  const server = createServer((_request, response) => response.writeHead(200, headers).end('{"data":1}')).listen(0)
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/anything`)
  expect(takeFaults().join()).toContain('GET /anything answered 200')
  const app = Fastify().get('/v1/api/roles', async () => ({ data: [] }))
  await app.inject('/v1/api/roles')
  expect(takeFaults().join()).toContain('Content-Type is application/json')
})

test('a bad response of a started process is caught', async () => {
  const file = join(await mkdtemp(join(tmpdir(), 'sealane-judge-')), 'verdicts')
  const program = `import { createServer } from 'node:http'
    const server = createServer((_, response) => response.writeHead(200, { 'content-type': '${type}' }).end('{}'))
    server.listen(0, async () => process.exit((await fetch('http://127.0.0.1:' + server.address().port)).status))`
  const judging = new URL('../support/judge/process.ts', import.meta.url).href
  const child = spawn(process.execPath, ['--import', judging, '--input-type=module', '-e', program], {
    env: { [verdictsVariable]: file },
  })
  expect(await once(child, 'exit')).toEqual([200, null])
  expect(() => readVerdicts(file)).toThrow('GET / answered 200: Vary does not name Accept')
  expect(await readFile(file, 'utf8')).toContain('"judged":1')
})

test('one bad verdict of any process fails the test run, and good ones are counted', async () => {
  const file = join(await mkdtemp(join(tmpdir(), 'sealane-judge-')), 'verdicts')
  writeVerdict(file, { judged: 2, faults: [] })
  writeVerdict(file, { judged: 3, faults: [] })
  expect(readVerdicts(file)).toBe(5)
  writeVerdict(file, { judged: 1, faults: ['GET / answered 200: the body is no JSON'] })
  expect(() => readVerdicts(file)).toThrow('the body is no JSON')
})
