import { expect, vi } from 'vitest'
import type { FinishedAgreement } from '../../src/core/agreements/index.ts'
import type { Context } from '../../src/core/context.ts'
import {
  createProver,
  createSealGate,
  extendLogs,
  type Prover,
  readHead,
  type Sealing,
} from '../../src/core/evidence/index.ts'
import type { Id } from '../../src/core/ids.ts'
import { type Finishing, submissionJobs } from '../../src/core/submissions/index.ts'
import { renderAgreement, sealTools } from '../../src/work.ts'
import { database, vault } from './organization.ts'

/** The sealing of the test database's installation. */
export const sealing: Sealing = {
  db: database.system,
  vault,
  now: () => new Date(),
  tools: sealTools,
  publicUrl: () => 'https://sign.example.com',
  command: null,
  settings: { level: 'B-T', authorities: [] },
  witnesses: { witnesses: [], quorum: 0 },
}

/** Lets nothing be published that could not be sealed, as the server does. */
export const requireSeal = createSealGate(sealing, () => {})

/** Makes documents as the server does. */
export const finishing: Finishing = { render: renderAgreement, prover: createProver(sealing) }

/** Makes documents while the timestamp authority does not answer. Nothing listens on this port. */
export const finishingLate: Finishing = {
  ...finishing,
  prover: createProver({
    ...sealing,
    settings: { level: 'B-T', authorities: [{ url: 'http://127.0.0.1:9', roots: [] }] },
  }),
}

/** Runs the job that makes and seals the document of a submission. */
export async function runSealing(ctx: Context, submissionId: Id, how: Finishing): Promise<void> {
  const deps = { database, now: () => new Date(), contextOf: () => ctx, finishing: how }
  await submissionJobs['submission.complete']?.(deps, { organizationId: ctx.organizationId, submissionId })
}

/** Extends the logs until all rows of an organization are leaves. Open transactions of other tests hold them back. */
export async function logEverything({ db, organizationId }: Context): Promise<void> {
  const log = { db: database.system, vault, now: () => new Date(), host: () => 'sign.example.com' }
  const { count } = await db
    .selectFrom('audit_events')
    .select(({ fn }) => fn.countAll().as('count'))
    .executeTakeFirstOrThrow()
  const size = async () => {
    await extendLogs(log)
    return (await readHead(database.system, organizationId))?.size ?? 0
  }
  await vi.waitFor(async () => expect(await size()).toBeGreaterThanOrEqual(Number(count)), { timeout: 20_000 })
}

/** Makes a document that is no PDF, from the input of a document. */
export function finishAs(render: (input: FinishedAgreement) => void): Finishing {
  const write = async (input: FinishedAgreement) => {
    render(input)
    return Buffer.from(JSON.stringify(input))
  }
  return { render: write, prover: withoutSeal }
}

/** For documents that are no PDF. The evidence is real, and there is no seal. */
const withoutSeal: Prover = {
  ...createProver(sealing),
  seal: async ({ pdf }) => ({
    bytes: pdf,
    level: 'B-T',
    signedAt: new Date(),
    authority: 'nobody',
    certificateSha256: '00'.repeat(32),
    refreshBefore: null,
  }),
}
