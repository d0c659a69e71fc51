import type { Context } from '../../../src/core/context.ts'
import { DomainError } from '../../../src/core/errors.ts'
import { createProver } from '../../../src/core/evidence/index.ts'
import type { Finishing } from '../../../src/core/submissions/index.ts'
import { createVault } from '../../../src/core/vault.ts'
import { type Database, openDatabase } from '../../../src/db/index.ts'
import { sealTools } from '../../../src/work.ts'
import { doAct } from './acts.ts'
import type { Act } from './plan.ts'

/** A submission, and the people who are asked to act in it. */
export type Case = { organizationId: string; linkId: string; submissionId: string; roles: string[] }

/** The possessions of people that no process of ours has: their browsers and their mailboxes, by role. */
export type Memory = {
  browsers: Record<string, { page: number; proof?: { signerId: string; token: string } }>
  inbox: Record<string, string>
  /** The proofs of people who have passed their part on, or lost it. */
  out: { signerId: string; token: string }[]
}

/** A letter that was sent: its recipient, its kind, and its link. */
export type Letter = { to: string; letter: string; token?: string }
/** The result of an act: done, refused, or an error that is no refusal. */
type Result = 'done' | 'refused' | `fault: ${string}`
export type Played = { memory: Memory; results: Result[] }

/** The product in the life of one process: it plays moves until it dies. */
export type Player = {
  play(move: { of: Case; memory: Memory; acts: Act[]; number: number }): Promise<Played>
  close(): Promise<void>
}

const vault = createVault(Buffer.alloc(32, 7))
const noon = Date.parse('2026-03-01T12:00:00.000Z')

/** A context of the case, at the moment of a move. The actor is the system. */
export function contextOf(
  database: Database,
  { organizationId }: Pick<Case, 'organizationId'>,
  number: number,
): Context {
  const now = new Date(noon + number * 1_000)
  return { db: database.forOrganization(organizationId), organizationId, actor: { kind: 'system' }, now, vault }
}

/** A player in this process. `post` gets each letter. */
export function createPlayer(url: string, post: (letter: Letter) => Promise<void>): Player {
  const database = openDatabase({ url, maxConnections: 4, applicationName: 'interleavings' })
  const finishing = createFinishing(database)
  return {
    async play({ of, memory, acts, number }) {
      const scene = { database, finishing, post, of, memory, ctx: contextOf(database, of, number), number }
      const results = await Promise.all(acts.map((act) => doAct(scene, act).then(() => 'done' as const, tell)))
      return { memory, results }
    },
    close: () => database.close(),
  }
}

function tell(error: unknown): Result {
  return error instanceof DomainError ? 'refused' : `fault: ${error instanceof Error ? error.stack : String(error)}`
}

/** Evidence as the server writes it, in a document that is no PDF and has no seal. `kill-sealing` covers real ones. */
function createFinishing(database: Database): Finishing {
  const prover = createProver({
    ...{ db: database.system, vault, now: () => new Date(), tools: sealTools, command: null },
    publicUrl: () => 'https://sign.example.com',
    settings: { level: 'B-T', authorities: [] },
    witnesses: { witnesses: [], quorum: 0 },
  })
  const seal = { level: 'B-T', authority: 'nobody', certificateSha256: '00'.repeat(32), refreshBefore: null } as const
  return {
    render: async (input) => Buffer.from(JSON.stringify(input)),
    prover: { ...prover, seal: async ({ pdf }) => ({ ...seal, bytes: pdf, signedAt: new Date() }) },
  }
}
