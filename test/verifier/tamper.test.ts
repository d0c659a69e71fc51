import { expect, test } from 'vitest'
import { verify } from '../../verifier/verify.ts'
import { foreignSources, levels, newInstallations, refresh, sealSource } from './documents.ts'
import { seeded, tamper } from './tampering/index.ts'

const [source, other] = await foreignSources('plain', 'cropped')
const [installation] = await newInstallations()

test('none of hundreds of tampered documents is proven', async () => {
  if (!source || !other || !installation) throw new Error('Nothing is sealed.')
  const samples = await Promise.all(
    levels.map((level) => sealSource(level === 'B-LT' ? other : source, { level, installation })),
  )
  const [long] = samples.slice(-1)
  if (long) samples.push({ ...long, name: 'refreshed', bytes: await refresh(long) })
  const proven: string[] = []
  let count = 0
  for await (const { kind, bytes, trust } of tamper(samples, source, seeded(17), { flips: 25, step: 0 })) {
    count += 1
    if ((await verify(bytes, trust)).verdict === 'proven') proven.push(kind)
  }
  expect(proven).toEqual([])
  expect(count).toBeGreaterThan(1_000)
})
