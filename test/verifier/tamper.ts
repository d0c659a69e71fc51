// Tampers with sealed documents in many ways, and counts the files that the verifier lets through: npm run tamper [--
// --seed 1 --flips 700 --honest 2000]
import { parseArgs } from 'node:util'
import { verify } from '../../verifier/verify.ts'
import { foreignSources, levels, newInstallations, refresh, sealSource, typstSource } from './documents.ts'
import { seeded, tamper } from './tampering/index.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    flips: { type: 'string', default: '700' },
    step: { type: 'string', default: '1' },
    honest: { type: 'string', default: '2000' },
  },
})
const [typst, foreign, installations] = [await typstSource(), await foreignSources(), await newInstallations()]
const small = foreign.find(({ name }) => name === 'plain') ?? typst

await countRefused()
await countProven(Number(values.honest))

async function countRefused(): Promise<void> {
  const samples = []
  for (const installation of installations) {
    for (const level of levels) samples.push(await sealSource(small, { level, installation }))
    const long = await sealSource(typst, { level: 'B-LTA', installation })
    samples.push(long, { ...long, name: 'refreshed', bytes: await refresh(long) })
  }
  const random = seeded(Number(values.seed))
  const amount = { flips: Number(values.flips), step: Number(values.step) }
  const counts = new Map<string, { all: number; proven: number }>()
  for await (const { kind, bytes, trust } of tamper(samples, small, random, amount)) {
    const group = kind.split(':')[0] ?? kind
    const count = counts.get(group) ?? { all: 0, proven: 0 }
    const { verdict } = await verify(bytes, trust)
    if (verdict === 'proven') console.log(`PROVEN  ${kind}`)
    counts.set(group, { all: count.all + 1, proven: count.proven + (verdict === 'proven' ? 1 : 0) })
  }
  for (const [group, { all, proven }] of counts) console.log(`${String(all).padStart(6)} ${group}: ${proven} proven`)
  const total = [...counts.values()].reduce((sum, one) => ({ all: sum.all + one.all, proven: sum.proven + one.proven }))
  console.log(`Tampered: ${total.all}, refused ${total.all - total.proven}, proven ${total.proven}`)
  if (total.proven > 0) process.exitCode = 1
}

async function countProven(most: number): Promise<void> {
  const times: number[] = []
  let refused = 0
  for (let index = 0; index < most; index++) {
    const source = [typst, ...foreign][index % (foreign.length + 1)] ?? typst
    const [level, installation] = [levels[index % 3] ?? 'B-T', installations[Math.floor(index / 3) % 2]]
    if (!installation) throw new Error('Nobody seals.')
    const sealed = await sealSource(source, { level, installation })
    const isRefreshed = level === 'B-LTA' && index % 2 === 0
    const bytes = isRefreshed ? await refresh(sealed) : sealed.bytes
    const began = performance.now()
    const { verdict, reasons } = await verify(bytes, sealed.trust)
    times.push(performance.now() - began)
    if (verdict === 'proven') continue
    refused += 1
    console.log(`REFUSED ${sealed.name}: ${JSON.stringify(reasons)}`)
  }
  const sorted = times.sort((a, b) => a - b)
  const at = (part: number) => (sorted[Math.floor(sorted.length * part)] ?? 0).toFixed(1)
  console.log(`Honest: ${most}, refused ${refused}. Verified in ms: p50 ${at(0.5)}, p95 ${at(0.95)}`)
  if (refused > 0) process.exitCode = 1
}
