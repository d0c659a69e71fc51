import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { renderAgreementPdf } from '../src/adapters/pdf/index.ts'
import type { SealLevel } from '../src/core/evidence/index.ts'
import { verify } from '../verifier/verify.ts'
import { documents, signedBySomebodyElse } from './pdf/documents.ts'
import { type Case, percentile } from './result.ts'
import { signWithLibpdf } from './seal/libpdf.ts'
import { signWithSignpdf } from './seal/signpdf.ts'
import { openStage, type Sign, type Stage } from './seal/stage.ts'

const sizes = ['2 pages', '4 pages', '10 pages', '100 pages']
const levels: SealLevel[] = ['B-T', 'B-LT', 'B-LTA']
const rounds = { seal: 60, rate: 5 }
const together = 40

/**
 * Seals a finished agreement with its evidence, verifies every token and reads the whole again, beside libraries that
 * people would use. All ask the same authority, which signs in this process.
 */
export async function run(only: readonly string[]): Promise<Case[]> {
  const wanted = (name: string) => only.length === 0 || only.some((part) => name.includes(part))
  const stage = await openStage()
  const [libpdf, signpdf] = [await signWithLibpdf(stage), signWithSignpdf(stage)]
  const cases: Case[] = []
  for (const size of sizes) {
    const pdf = await setDocument(size)
    for (const level of levels) {
      const name = `${level} of ${size}`
      if (wanted(`${name}, libpdf`)) cases.push(...(await measure(`${name}, libpdf`, stage.ours, libpdf, pdf, level)))
      if (level === 'B-T' && wanted(`${name}, signpdf`))
        cases.push(...(await measure(`${name}, signpdf`, stage.ours, signpdf, pdf, level)))
    }
    if (wanted(`verify ${size}`)) cases.push(await measureVerify(`verify ${size} at B-LTA, pdfsig`, stage, pdf))
    if (wanted(`rate of ${size}`) && size !== '100 pages') cases.push(await measureRate(size, stage.ours, libpdf))
  }
  await stage.close()
  return cases
}

/** With another `index` it is the document of another person. */
async function setDocument(size: string, index = 0): Promise<Uint8Array> {
  const document = documents[size]
  if (!document) throw new Error(`There is no document of ${size}.`)
  return renderAgreementPdf(signedBySomebodyElse(document, index))
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** The samples of both sides in turns, and the 95th percentile of each. */
async function measure(name: string, ours: Sign, peer: Sign, pdf: Uint8Array, level: SealLevel): Promise<Case[]> {
  const samples = { ours: [] as number[], peer: [] as number[] }
  for (let round = 0; round < 5; round++) {
    await ours(pdf, level)
    await peer(pdf, level)
  }
  for (let round = 0; round < rounds.seal; round++) {
    samples.ours.push(await timed(() => ours(pdf, level)))
    samples.peer.push(await timed(() => peer(pdf, level)))
  }
  const late = { ours: [percentile(samples.ours, 95)], peer: [percentile(samples.peer, 95)] }
  return [
    { case: name, ...samples, unit: 'ms', better: 'lower' },
    { case: `${name}, p95`, ...late, unit: 'ms', better: 'lower' },
  ]
}

/** Documents per second that are set and sealed at B-T, several at once. Each has another signer of one agreement. */
async function measureRate(size: string, ours: Sign, peer: Sign): Promise<Case> {
  const samples = { ours: [] as number[], peer: [] as number[] }
  let count = 0
  for (let round = 0; round < rounds.rate; round++) {
    for (const [side, sign] of [['ours', ours] as const, ['peer', peer] as const]) {
      const took = await timed(() =>
        Promise.all(Array.from({ length: together }, async () => sign(await setDocument(size, count++), 'B-T'))),
      )
      samples[side].push((together * 1_000) / took)
    }
  }
  return { case: `rate of ${size}, set and sealed at B-T, libpdf`, ...samples, unit: 'documents/s', better: 'higher' }
}

/** The whole verification, with evidence and log, beside a program that verifies only the signature. */
async function measureVerify(name: string, { prove }: Stage, pdf: Uint8Array): Promise<Case> {
  const { sealed, trust } = await prove(pdf, 'B-LTA')
  const folder = mkdtempSync(join(tmpdir(), 'sealane-bench-'))
  writeFileSync(join(folder, 'a.pdf'), sealed)
  const samples = { ours: [] as number[], peer: [] as number[] }
  for (let round = 0; round < rounds.seal; round++) {
    samples.ours.push(await timed(() => verifyWell(sealed, trust)))
    samples.peer.push(await timed(async () => spawnSync('pdfsig', ['-nocert', join(folder, 'a.pdf')])))
  }
  rmSync(folder, { recursive: true })
  return { case: name, ...samples, unit: 'ms', better: 'lower' }
}

async function verifyWell(sealed: Uint8Array, trust: string): Promise<void> {
  const { verdict, reasons } = await verify(sealed, trust)
  if (verdict !== 'proven') throw new Error(`The document was ${verdict}: ${JSON.stringify(reasons)}`)
}
