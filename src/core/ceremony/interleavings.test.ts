import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formOf, identifyAs, type Opened } from '../../../test/support/ceremony.ts'
import { act, newDocumentMaker, newSeveral, type Several } from '../../../test/support/several.ts'
import { DomainError } from '../errors.ts'
import { expireSubmission } from '../submissions/expiry.ts'
import { findSigners, inspectEvidence, remindSigner, voidSubmission, whoseTurn } from '../submissions/index.ts'
import { declineAgreement, reassignSigner } from './index.ts'

const often = ['act', 'act', 'act', 'act', 'act', 'act', 'act', 'finish', 'finish'] as const
const acts = [...often, 'enter', 'identify', 'decline', 'reassign', 'remind', 'void', 'expire'] as const
type Move = { what: (typeof acts)[number]; who: number }
type Place = { order: number; kind: 'signer' | 'approver' | 'copy' }

const places = fc.array(
  fc.record<Place>({
    order: fc.integer({ min: 1, max: 3 }),
    kind: fc.constantFrom('signer', 'signer', 'approver', 'copy'),
  }),
  { minLength: 1, maxLength: 3 },
)
const moves = fc.array(fc.record<Move>({ what: fc.constantFrom(...acts), who: fc.integer({ min: 0, max: 3 }) }), {
  minLength: 6,
  maxLength: 16,
})

/** Plays one sequence of moves. Only a DomainError is allowed. Nobody may be mailed out of turn. */
async function play(several: Several, roles: string[], given: Move[]): Promise<void> {
  const opened = new Map<string, Opened>()
  for (const { what, who } of given) {
    const role = roles[who % roles.length] ?? ''
    await doMove(several, opened, role, what).catch((error: unknown) => {
      if (!(error instanceof DomainError)) throw error
    })
    const turns = whoseTurn(await findSigners(several.ctx, several.submissionId))
    const asked = (await several.letters()).filter(({ letter }) => letter === 'signer_invitation')
    for (const { to } of asked) expect(turns.map(({ email }) => email)).toContain(to[0])
  }
}

async function doMove(several: Several, opened: Map<string, Opened>, role: string, what: Move['what']): Promise<void> {
  const { ctx, submissionId } = several
  const { id } = await several.signerOf(role)
  if (what === 'enter') opened.delete(role)
  const known = opened.get(role)
  if (what === 'void') return void (await voidSubmission(ctx, submissionId, null))
  if (what === 'expire')
    return expireSubmission({ ...ctx, now: new Date(ctx.now.getTime() + 31 * 86_400_000) }, submissionId)
  if (what === 'finish') return void (await newDocumentMaker(several).make())
  if (what === 'remind') return void (await remindSigner(ctx, id))
  if (what === 'reassign') return void (await reassignSigner(ctx, id, { name: `new ${role}` }))
  const mine = known ?? (await several.enter(role))
  opened.set(role, mine)
  if (what === 'identify') return identifyAs(mine, { name: role, email: `${role}@example.com` })
  if (what === 'act') return act(mine)
  if (what !== 'decline') return
  const ceremony = await mine.ceremony()
  await declineAgreement(mine.ctx, ceremony, formOf(ceremony), 'No.')
}

/** The state of a submission, with its events and its trail. */
async function outcomeOf({ ctx, submissionId }: Several) {
  const of = (table: 'submissions') => ctx.db.selectFrom(table).selectAll().where('id', '=', submissionId)
  const row = await of('submissions').executeTakeFirstOrThrow()
  const ends = [row.completed_at, row.declined_at, row.voided_at, row.expired_at].filter(Boolean).length
  const events = await ctx.db
    .selectFrom('events')
    .selectAll()
    .where('organization_id', '=', ctx.organizationId)
    .execute()
  const told = await ctx.db.selectFrom('audit_events').selectAll().where('chain', '=', submissionId).execute()
  return { row, ends, events, told, signers: await findSigners(ctx, submissionId) }
}

test('however the acts of several people interleave, a submission ends once, legally, with true actors', async () => {
  const property = fc.asyncProperty(places, moves, async (others, given) => {
    const roles = [
      { role: 'first', order: 1, kind: 'signer' as const },
      ...others.map((place, at) => ({ role: `r${at}`, ...place })),
    ]
    const several = await newSeveral(roles)
    await play(
      several,
      roles.map(({ role }) => role),
      given,
    )
    const { row, ends, events, told, signers } = await outcomeOf(several)
    const count = (type: string) => events.filter((event) => event.type === type).length
    const signed = signers.filter(({ signed_at }) => signed_at)
    expect(ends).toBeLessThanOrEqual(1)
    expect(count('agreement.signed')).toBe(signed.length)
    expect(count('agreement.completed')).toBe(row.completed_at ? 1 : 0)
    if (row.completed_at) expect(signers.filter(({ is_awaited }) => is_awaited)).toEqual([])
    const actorsOf = (action: string) => told.filter((one) => one.action === action).map(({ actor }) => actor)
    expect(new Set(actorsOf('agreement.signed').map(({ id }) => id))).toEqual(new Set(signed.map(({ id }) => id)))
    expect(actorsOf('submission.voided').every(({ kind }) => kind !== 'signer')).toBe(true)
    expect(await inspectEvidence(several.ctx)).toEqual([])
  })
  await fc.assert(property, { numRuns: 12 })
}, 60_000)
