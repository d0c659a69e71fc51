import { afterAll, beforeAll, expect, test } from 'vitest'
import { healthDuring, newSigner, sharedKey } from '../support/busy-server.ts'
import { shareDeliveryDatabase } from '../support/delivery.ts'
import { shareServerHome } from '../support/server-home.ts'
import { type ServerProcess, startServer } from '../support/server-process.ts'
import { goodFields, newDrawing } from '../support/signing.ts'

const { database, newContext } = shareDeliveryDatabase()

const home = shareServerHome()
let server: ServerProcess
beforeAll(async () => {
  server = await startServer(home, { DATABASE_URL: database().url, ...sharedKey })
})
afterAll(() => server.end('SIGTERM'))

const drawn = (drawing: string) => ({ ...goodFields, signature_method: 'drawn', signature_drawing: drawing })
const many = (count: number, of: string) => Array(count).fill(of).join(',')

const strange = [
  '['.repeat(390_000),
  `{"a":${'['.repeat(150_000)}${']'.repeat(150_000)}}`,
  `{"width":300,"height":100,"strokes":[[${many(190_000, '1')}]]}`,
  `{"width":300,"height":100,"strokes":[${many(90_000, '[]')}]}`,
  `{"width":300,"height":100,"strokes":[[${many(5_000, '[[1,1]]')}]]}`,
  `{"width":300,"height":100,"strokes":[${many(60_000, '[1,1]')}]}`,
]

test('the server answers within 100 ms while strangers send malformed drawings, and accepts none', async () => {
  const { url } = server
  const signer = await newSigner(await newContext(), url)
  const seen = new Set<number>()
  const send = async (drawing: string) => seen.add((await signer.post('sign', drawn(drawing))).status)
  const sendAll = () => Promise.all(strange.map(send))
  expect(await healthDuring(url, sendAll)).toBeLessThanOrEqual(100)
  expect([...seen].filter((status) => status !== 413)).toEqual([422])
})

test('the largest drawing can be signed with', async () => {
  const { url } = server
  const ctx = await newContext()
  const signer = await newSigner(ctx, url)
  const line = Array.from({ length: 20_000 }, (_, at) => (at % 2 === 0 ? at % 300 : at % 100))
  expect((await signer.post('sign', drawn(newDrawing([line, line])))).status).toBe(303)
})
