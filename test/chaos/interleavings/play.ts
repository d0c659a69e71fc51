import { createOrganization } from '../../../src/core/accounts/index.ts'
import { createAgreement, createAgreementLink } from '../../../src/core/agreements/index.ts'
import { newId } from '../../../src/core/ids.ts'
import { permissions } from '../../../src/core/permissions.ts'
import { createSubmission } from '../../../src/core/submissions/index.ts'
import { type Database, transaction } from '../../../src/db/index.ts'
import { type End, judge } from './judge.ts'
import type { Move, Plan, Role } from './plan.ts'
import { type Case, contextOf, type Letter, type Memory, type Player } from './player.ts'
import type { Wire } from './wire.ts'

/** The lives of the product, one after another. `kill` ends a life when closing its connection is not enough. */
export type Lives = { begin(post: (letter: Letter) => Promise<void>): Promise<Player>; kill?: (player: Player) => void }
/** The result of one interleaving. */
export type Outcome = { end: End | null; faults: string[]; deaths: number; refusals: number; acts: number }
/** Plays plans, one at a time. */
export type Lane = { play(plan: Plan): Promise<Outcome>; close(): Promise<void> }

const afterAll = 1_000

/** A lane of lives that reach the database through `wire`. `database` belongs to the judge, and never dies. */
export async function createLane(database: Database, wire: Wire, lives: Lives): Promise<Lane> {
  const mailbox = { post: async (_: Letter) => {} }
  const begin = () => lives.begin((letter) => mailbox.post(letter))
  let player = await begin()

  /** Plays a move in the present life. Null when that life has died, and another has begun. */
  async function playMove({ diesAfter, acts }: Move, rest: { of: Case; memory: Memory; number: number }) {
    if (diesAfter !== null) wire.arm(diesAfter, () => lives.kill?.(player))
    const played = await player.play({ ...rest, acts }).catch((error: unknown) => new Error(String(error)))
    if (!wire.disarm()) return played
    await player.close()
    await wire.revive()
    player = await begin()
    return null
  }

  /** Plays a plan in lives that end where it says, runs the jobs that are due, and judges the records. */
  async function play(plan: Plan): Promise<Outcome> {
    const of = await makeCase(database, plan.roles)
    const letters: Letter[] = []
    const out: Outcome = { end: null, faults: [], deaths: 0, refusals: 0, acts: 0 }
    let memory: Memory = { browsers: {}, inbox: {}, out: [] }
    mailbox.post = async (letter) => {
      letters.push(letter)
      if (letter.token) memory.inbox[letter.to.split(/[.@]/)[0] ?? ''] = letter.token
    }
    const first = plan.roles[0]?.role ?? ''
    const last: Move = { acts: [{ what: 'wait', role: first }], diesAfter: null }
    for (const [at, move] of [...plan.moves, last].entries()) {
      const number = at < plan.moves.length ? at : afterAll
      const played = await playMove(move, { of, memory, number })
      out.acts += move.acts.length
      if (played === null) out.deaths += 1
      else if (played instanceof Error) out.faults.push(`the process ended by itself: ${played.message}`)
      else {
        // The inbox already has the mail that was sent meanwhile.
        memory = { ...played.memory, inbox: memory.inbox }
        out.refusals += played.results.filter((result) => result === 'refused').length
        out.faults.push(...played.results.filter((result) => result !== 'refused' && result !== 'done'))
      }
    }
    const { end, faults } = await judge(contextOf(database, of, afterAll), of.submissionId, letters)
    return { ...out, end, faults: [...out.faults, ...faults] }
  }
  return { play, close: () => player.close() }
}

async function makeCase(database: Database, roles: Role[]): Promise<Case> {
  const now = new Date()
  const organization = await transaction({ db: database.system }, ({ db }) =>
    createOrganization(db, { slug: `i${newId().replaceAll('-', '')}`, name: 'Interleavings', now }),
  )
  const system = contextOf(database, { organizationId: organization.id }, 0)
  const acting = roles.filter(({ kind }) => kind !== 'copy')
  const { id: agreementId } = await createAgreement(system, {
    title: 'Lease',
    source: acting
      .map(({ role, kind }) => `{{note_${role}}} ${kind === 'signer' ? `{{signature:${role}}}` : ''}`)
      .join(' '),
    signerRoles: roles.map(({ role, ...more }) => ({ key: role, name: role, ...more })),
    fields: acting.flatMap(({ role, kind }) => [
      { key: `note_${role}`, type: 'text' as const, role, label: 'Note', required: false },
      ...(kind === 'signer'
        ? [{ key: `signature_${role}`, type: 'signature' as const, role, label: role, required: true }]
        : []),
    ]),
    requiredVerifications: [],
  })
  const link = await createAgreementLink(system, { agreementId })
  const sender = { kind: 'api_key' as const, id: newId(), role: 'custom', permissions, apiVersion: '2.2' }
  const { submission } = await createSubmission(
    { ...system, actor: sender },
    {
      agreementLinkId: link.id,
      signers: roles.map(({ role }) => ({
        ...{ role, name: role, email: `${role}@example.com`, delivery: 'email' as const, mayDelegate: true },
      })),
    },
  )
  return {
    organizationId: organization.id,
    linkId: link.id,
    submissionId: submission.id,
    roles: roles.map(({ role }) => role),
  }
}
