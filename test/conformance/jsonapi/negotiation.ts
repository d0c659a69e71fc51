import { expect } from 'vitest'
import { listsProfile } from '../../../src/http/jsonapi/media-types.ts'
import { mediaType } from '../../support/jsonapi.ts'
import { atomicType, type Checks, expectError, expectStatus } from './check.ts'
import { create, type World } from './world.ts'

const unknown = 'ext="https://x.test/nope"'
const accept = (world: World, value: string) => world.get('/roles', { accept: value })
const send = (world: World, type: string) =>
  world.call('POST', '/api-keys', {
    body: { data: { type: 'api-keys', attributes: { name: 'K' } } },
    headers: { 'content-type': type },
  })

export const negotiation: Checks = {
  'CN-01': async (world) => {
    const answers = [
      await world.get('/roles'),
      await world.call('HEAD', '/roles'),
      await world.get('/nowhere'),
      await send(world, mediaType),
      await world.get('/roles/%zz'),
      await send(world, 'text/plain'),
    ]
    for (const { headers } of answers) expect(headers['content-type']).toBe(mediaType)
  },
  'CN-02': async (world) => {
    for (const extra of ['charset=utf-8', 'version=1']) expectError(await send(world, `${mediaType}; ${extra}`), 415)
  },
  'CN-03': async (world) => {
    expectError(await send(world, `${mediaType};${unknown}`), 415, { header: 'Content-Type' })
    expectError(await send(world, `${atomicType.slice(0, -1)} https://x.test/nope"`), 415)
  },
  'CN-04': async (world) => {
    const body = { 'atomic:operations': [{ op: 'add', data: { type: 'api-keys', attributes: { name: 'K' } } }] }
    const answer = await world.call('POST', '/operations', { body, headers: { 'content-type': atomicType } })
    expect([answer.status, answer.headers['content-type']]).toEqual([200, atomicType])
  },
  'CN-05': async (world) => {
    expectError(await accept(world, `${mediaType}; charset=utf-8`), 406, { header: 'Accept' })
    expectStatus(await accept(world, `${mediaType};q=0.5`), 200)
  },
  'CN-06': async (world) => {
    expectStatus(await accept(world, `${mediaType};x=1, ${mediaType}`), 200)
  },
  'CN-07': async (world) => {
    expectError(await accept(world, `${mediaType};${unknown}`), 406)
    expectError(await accept(world, `${mediaType};${unknown}, */*`), 406)
  },
  'CN-08': async (world) => {
    const profile = `${mediaType};profile="https://x.test/p"`
    expectStatus(await accept(world, profile), 200)
    expectStatus(await send(world, profile), 201)
  },
  'CN-09': async (world) => {
    const answer = await accept(world, `${mediaType};profile="${listsProfile}"`)
    expect(answer.headers['content-type']).toBe(`${mediaType};profile="${listsProfile}"`)
    expect(answer.body.jsonapi.profile).toEqual([listsProfile])
  },
  'CN-10': async (world) => {
    expect((await world.get('/roles')).headers.vary).toContain('Accept')
  },
  'CN-11': async (world) => {
    const type = `Application/VND.api+JSON; EXT="https://jsonapi.org/ext/atomic https://x.test/nope"`
    expectError(await send(world, type), 415)
    expectStatus(await accept(world, 'APPLICATION/vnd.api+json; Profile="https://x.test/a https://x.test/b"'), 200)
  },
  'CN-12': async (world) => {
    const jsonapi = { version: '1.1', ext: ['https://x.test/nope'] }
    const data = { type: 'api-keys', attributes: { name: 'K' } }
    expectStatus(await world.call('POST', '/api-keys', { body: { jsonapi, data } }), 201)
  },
  'CN-13': async (world) => {
    for (const value of ['', '*/*', 'application/*', 'text/html, */*;q=0.1'])
      expectStatus(await accept(world, value), 200)
    expectError(await accept(world, 'application/json'), 406)
    expectError(await send(world, 'application/json'), 415)
    await create(world, 'api-keys', { name: 'the server still serves' })
  },
}
