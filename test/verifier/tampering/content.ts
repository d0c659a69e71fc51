import { PDF } from '@libpdf/core'
import { prepareSeal } from '../../../src/adapters/seal/prepare.ts'
import { toHex } from '../../../verifier/asn1/index.ts'
import {
  type Logged,
  logContent,
  newWorld,
  sealedAt,
  toBytes,
  type World,
} from '../../../verifier/evidence/world.fixture.ts'
import { hashContent } from '../../../verifier/pdf/content.ts'
import { type SealOptions, type Source, sealSource } from '../documents.ts'
import type { Case, Target } from './case.ts'

type Prove = NonNullable<SealOptions['prove']>

/** Proofs of the content that a holder of all keys could attach without changing the log. */
const proofs: Readonly<Record<string, Prove>> = {
  'the hash of other pages': (logged, world) => logContent(world, { ...logged, contentSha256: 'ab'.repeat(32) }),
  'the hash of other evidence': (logged, world) => logContent(world, { ...logged, evidence: Buffer.from('{}') }),
  'the row of another document': (logged, world) =>
    logContent(world, { ...logged, row: { chain: '019ac0ff-ee00-7000-8000-0000000000ff' } }),
  'a second row for one submission': (logged, world) => logContent(world, { ...logged, row: { sequence: 9 } }),
  'a row in the place of the last': (logged, world) => logContent(world, { ...logged, row: { sequence: 7 } }),
  'a row of another action': (logged, world) =>
    logContent(world, { ...logged, row: { action: 'agreement.completed' } }),
  'a row from after the seal': (logged, world) =>
    logContent(world, { ...logged, row: { occurred_at: new Date(sealedAt.getTime() + 400_000).toISOString() } }),
  'the proof of another log': async (logged) => logContent(await newWorld(), logged),
  'a log that was rolled back': (logged, world) => logContent({ ...world, entries: world.entries.slice(0, 9) }, logged),
  'a log of the same length that was built anew': (logged, world) =>
    logContent({ ...world, entries: [...world.entries.slice(0, -2), '{}'] }, logged),
  'a head without witnesses': (logged, world) => logContent({ ...world, witnesses: [] }, logged),
  'no row': async (logged, world) => (await logContent(world, logged)).replace(/\nextra .*/, ''),
  'another row than is proved': async (logged, world) => {
    const [true_, other] = [
      await logContent(world, logged),
      await logContent(world, { ...logged, row: { action: 'x' } }),
    ]
    return other.replace(/\nextra .*/, /\nextra .*/.exec(true_)?.[0] ?? '')
  },
  'another index': async (logged, world) => (await logContent(world, logged)).replace(/\nindex \d+/, '\nindex 3'),
  'a hash too many': async (logged, world) =>
    (await logContent(world, logged)).replace(/\n\n/, `\n${Buffer.alloc(32).toString('base64')}\n\n`),
  nothing: async () => '',
}

/** Documents with other pages than the log has, all sealed with the installation's own key. */
export async function* forgedContent(source: Source, { level, installation }: Target): AsyncGenerator<Case> {
  const newPair = async () => ({ level, installation, world: await newWorld({ level, witnesses: 1, quorum: 1 }) })
  for (const [kind, prove] of Object.entries(proofs)) {
    const { bytes, trust } = await sealSource(source, { ...(await newPair()), prove })
    yield { kind: `pages sealed again: ${kind}`, bytes, trust }
  }
  const options = await newPair()
  const logged = await honestProof(source, options.world)
  for (const [kind, pdf] of Object.entries(await otherPages(source))) {
    const { bytes, trust } = await sealSource({ name: kind, pdf }, { ...options, prove: async () => logged })
    yield { kind: `pages sealed again: ${kind}`, bytes, trust }
  }
  const { trust } = await sealSource(source, options)
  const { bytes } = await sealSource(source, { ...options, prove: null })
  yield { kind: 'pages sealed again: no proof, where all have one', bytes, trust }
}

/** The proof of the true document, whose pages are then replaced. */
async function honestProof({ pdf }: Source, world: World): Promise<string> {
  const evidence = toBytes(world.file)
  const words = { at: sealedAt, name: world.file.organization.name, reason: world.file.submission }
  const { base, draft } = await prepareSeal({ pdf, evidence, words, isProved: true })
  const logged: Logged = { contentSha256: toHex(await hashContent(base ?? pdf, draft)), evidence }
  return logContent(world, logged)
}

async function otherPages({ pdf }: Source): Promise<Record<string, Uint8Array>> {
  const change = async (work: (document: PDF) => unknown, incremental: boolean) => {
    const document = await PDF.load(pdf)
    await work(document)
    return document.save({ incremental })
  }
  const longer = await change((document) => document.addPage(), false)
  const removed = await PDF.load(longer)
  removed.removePage(0)
  return {
    'a page added': longer,
    'a page added in a revision before the seal': await change((document) => document.addPage(), true),
    'a page taken out': await removed.save(),
    'another title': await change((document) => document.setTitle('Another'), true),
  }
}
