import { expect, test } from 'vitest'
import { endpoints } from '../../src/http/rest/endpoints.ts'
import { newApi, useServer } from '../support/api.ts'
import { requestOn, setStage } from '../support/stage.ts'

const server = useServer()
const writes = endpoints.filter(({ method }) => method !== 'GET')

test.each([1, 2, 3])('every write among all writes at once, each sent twice, succeeds or is refused (%i)', async () => {
  const api = await newApi(server)
  const stage = await setStage(api.ctx)
  const replies = await Promise.all(
    [...writes, ...writes.toReversed()].map(async (endpoint) => {
      const { url, body } = requestOn(stage, endpoint)
      const reply = await api.call(endpoint.method, url, { body })
      return `${reply.statusCode} ${endpoint.id} ${reply.statusCode >= 500 ? reply.body : ''}`
    }),
  )
  expect(replies.filter((reply) => reply.startsWith('5'))).toEqual([])
  expect(replies.filter((reply) => reply.startsWith('2')).length).toBeGreaterThan(writes.length / 2)
})
