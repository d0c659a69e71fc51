import { expect, test } from 'vitest'
import { healthDuring, newSigner, sharedKey } from '../support/busy-server.ts'
import { shareDeliveryDatabase } from '../support/delivery.ts'
import { harmlessPictures, largestBlank, malformedPictures } from '../support/pictures.ts'
import { newServerHome, startServerForTest } from '../support/server-home.ts'
import { goodFields } from '../support/signing.ts'

const { database, newContext } = shareDeliveryDatabase()

async function startServer() {
  return startServerForTest(await newServerHome(), { DATABASE_URL: database().url, ...sharedKey })
}

const drawn = (file: Buffer) => ({
  ...goodFields,
  signature_method: 'drawn',
  signature_png: `data:image/png;base64,${file.toString('base64')}`,
})

test('the server answers within 100 ms while strangers send malformed pictures, and takes none of them', async () => {
  const { url } = await startServer()
  const signer = await newSigner(await newContext(), url)
  const seen = new Set<number>()
  const send = async (file: Buffer) => seen.add((await signer.post('sign', drawn(file))).status)
  const sendAll = () => Promise.all(Object.values(malformedPictures).map(send))
  expect(await healthDuring(url, sendAll)).toBeLessThanOrEqual(100)
  expect([...seen]).toEqual([422])
})

test('the server answers within 100 ms while the largest blank drawings come four at a time', async () => {
  const { url } = await startServer()
  const signer = await newSigner(await newContext(), url)
  const sendFour = () => Promise.all([1, 2, 3, 4].map(() => signer.post('sign', drawn(largestBlank()))))
  expect(await healthDuring(url, sendFour)).toBeLessThanOrEqual(100)
  expect((await sendFour())[0]?.text).toContain('Nothing is drawn yet')
})

test('a drawing with bombs beside its pixels is signed with, and the bombs are gone', async () => {
  const { url } = await startServer()
  const ctx = await newContext()
  for (const file of Object.values(harmlessPictures)) {
    expect((await (await newSigner(ctx, url)).post('sign', drawn(file))).status).toBe(303)
  }
  const rows = await ctx.db.selectFrom('signers').select('mark').execute()
  expect(rows.every(({ mark }) => mark !== null && mark.length < 300)).toBe(true)
})
