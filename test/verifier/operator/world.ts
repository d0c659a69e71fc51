import { generateKeyPairSync } from 'node:crypto'
import { sql } from 'kysely'
import { inspectFile, judgeWith } from '../../../src/cli/audit-documents.ts'
import type { Finding } from '../../../src/core/audit/index.ts'
import type { Context } from '../../../src/core/context.ts'
import { writeWitnessKey } from '../../../src/core/evidence/cosignature.ts'
import {
  type AskWitness,
  createWitness,
  inspectKeys,
  inspectLog,
  inspectWitnesses,
  readTrust,
  readVerifier,
  type Seen,
  type Witnessing,
  witnessLogs,
} from '../../../src/core/evidence/index.ts'
import { rawPublicKey } from '../../../src/core/evidence/note.ts'
import type { Id } from '../../../src/core/ids.ts'
import {
  bundleSubmission,
  completeSubmission,
  inspectEvidence,
  readDocument,
} from '../../../src/core/submissions/index.ts'
import { transaction } from '../../../src/db/index.ts'
import { verify } from '../../../verifier/verify.ts'
import { finishing, logEverything } from '../../support/finishing.ts'
import { database } from '../../support/organization.ts'
import { goodFields, goodSignature, newIdentified, newSigning } from '../../support/signing.ts'
import { type Copy, copyOrganization } from './copy.ts'

/** The sealed parts of a submission: its pages, and its evidence. */
export type Given = { id: Id; pdf: Uint8Array; evidence: Uint8Array }

/** Two documents of one organization, a witness of its log, and everything that was handed out before the tampering. */
export type World = {
  ctx: Context
  first: Given
  second: Given
  /** The handed-out files: the first document, and the bundle of the second. */
  kept: Uint8Array[]
  /** The database before the second document was finished. */
  earlier: Copy
  /** The trust file that a reader has kept. */
  trust: string
  witnessing: Omit<Witnessing, 'db'>
}

const noWitnesses = { timestampRoots: [], witnesses: { witnesses: [], quorum: 0 } }
const { prover } = finishing

export async function buildWorld(): Promise<World> {
  const signing = await newSigning()
  const { ctx } = signing
  for (const _visitor of [1, 2]) await (await newIdentified(signing)).post('sign', { ...goodFields, ...goodSignature })
  const [one, other] = await ctx.db.selectFrom('submissions').select('id').orderBy('id').execute()
  if (!one || !other) throw new Error('Nobody signed.')
  const first = await finish(ctx, one.id)
  await logEverything(ctx)
  const earlier = await copyOrganization(database.system, ctx.organizationId)
  const second = await finish(ctx, other.id)
  await logEverything(ctx)
  const trust = await writeTrust(database.system)
  const witnessing = nameWitness(trust)
  await witnessLogs({ ...witnessing, db: database.system })
  const { bytes: bundle } = await bundleSubmission(ctx, other.id, {
    trust: JSON.parse(trust),
    readme: '',
    verifier: null,
  })
  const kept = [(await readDocument(ctx, one.id)).bytes, bundle]
  return { ctx, first, second, kept, earlier, trust, witnessing }
}

async function finish(ctx: Context, id: Id): Promise<Given> {
  const sealed: { pdf: Uint8Array; evidence: Uint8Array }[] = []
  const seal: typeof prover.seal = (request) => {
    sealed.push(request)
    return prover.seal(request)
  }
  await completeSubmission(ctx, { ...finishing, prover: { ...prover, seal } }, id)
  const [parts] = sealed
  if (!parts) throw new Error('Nothing was sealed.')
  return { id, ...parts }
}

/** A witness that keeps the seen heads outside of the database. It believes a trust file of the first day. */
function nameWitness(trust: string): World['witnessing'] {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const signer = { name: 'witness.example.com', privateKey, publicKey: rawPublicKey(publicKey) }
  const seen = new Map<string, Seen>()
  const logs: { origin: string; keys: { vkey: string }[] }[] = JSON.parse(trust).logs
  const { addCheckpoint } = createWitness({
    signer,
    now: () => new Date(),
    findKeys: async (name) => logs.find(({ origin }) => origin === name)?.keys.map(({ vkey }) => readVerifier(vkey)),
    recall: async (name) => seen.get(name),
    remember: async (name, head) => void seen.set(name, head),
  })
  const ask: AskWitness = async (_url, body) => addCheckpoint(body)
  const policy = { witnesses: [{ vkey: writeWitnessKey(signer), url: 'https://witness.example.com' }], quorum: 0 }
  return { policy, ask, now: () => new Date() }
}

async function writeTrust(db: Context['db']): Promise<string> {
  // The installation has long logged pages, so that this does not wait for the first hour.
  const from = { content_from: '2026-01-01T00:00:00.000Z' }
  return JSON.stringify({ ...(await readTrust(db, 'http://localhost', noWitnesses)), ...from })
}

class Undone extends Error {}

/**
 * Tampers in a transaction, lets every finder look, and rolls everything back. Returns those who have found something,
 * in the words of docs/evidence.md.
 */
export async function findAfter(world: World, tamper: (world: World) => Promise<unknown>): Promise<string[]> {
  const found: string[] = []
  await transaction({ ...world.ctx, db: database.system }, async (ctx) => {
    await tamper({ ...world, ctx })
    found.push(...(await askEverybody({ ...world, ctx })))
    throw new Undone()
  }).catch((error: unknown) => {
    if (!(error instanceof Undone)) throw error
  })
  return [...new Set(found)].sort()
}

async function askEverybody({ ctx, first, second, kept, trust, witnessing }: World): Promise<string[]> {
  const { db, organizationId } = ctx
  const present = await writeTrust(db)
  const evidence = await inspectEvidence(ctx, (bytes) => judgeWith(present, bytes))
  const given = await Promise.all(kept.map((bytes) => inspectFile(db, present, bytes)))
  const stored = await Promise.all([first, second].map(({ id }) => keptBytes(ctx, id)))
  const doubted = await Promise.all(
    stored.flatMap((bytes) => bytes ?? []).map((bytes) => isDoubted(bytes, present, trust)),
  )
  return [
    ...evidence.map(nameFinder),
    ...(await inspectLog(ctx, db)).map(() => 'the log'),
    ...(await inspectKeys(db, ctx.vault)).map(() => 'the keys'),
    ...(await inspectWitnesses({ ...witnessing, db }, organizationId)).map(() => 'the witness'),
    ...given.flatMap((problem) => (problem ? 'a document from before' : [])),
    ...doubted.flatMap((isSo) => (isSo ? 'a trust file from before' : [])),
  ]
}

/** Whether the trust file of today proves a document and the earlier one does not. */
async function isDoubted(bytes: Uint8Array, present: string, trust: string): Promise<boolean> {
  const [now, before] = await Promise.all([verify(bytes, present), verify(bytes, trust)])
  return now.verdict === 'proven' && before.verdict !== 'proven'
}

async function keptBytes(ctx: Context, id: Id): Promise<Uint8Array | null> {
  return readDocument(ctx, id).then(
    ({ bytes }) => bytes,
    () => null,
  )
}

function nameFinder({ what, misfit: { code } }: Finding): string {
  if (what === 'chain' || what === 'opening') return 'the chain'
  if (what === 'event') return 'the event'
  if (code === 'document_refused') return 'the verifier'
  return code === 'rolled_back' || code === 'rebuilt' ? 'a document from before' : 'the trail'
}

/** Runs plain SQL, in which `$org` stands for the organization. */
export const run = ({ ctx }: World, text: string) =>
  sql.raw(text.replaceAll('$org', `'${ctx.organizationId}'::uuid`)).execute(ctx.db)
