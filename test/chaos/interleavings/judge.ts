import type { Context } from '../../../src/core/context.ts'
import { findSigners, inspectEvidence, type Signer } from '../../../src/core/submissions/index.ts'
import type { Letter } from './player.ts'

type Row = { action: string; actor: { kind?: unknown; id?: unknown }; subject_id: string | null }
type Told = { type: string; signerId: unknown }
type Found = { signers: Signer[]; trail: Row[]; told: Told[]; letters: Letter[]; end: End | null; documents: number }

const ends = ['completed', 'declined', 'voided', 'expired'] as const
export type End = (typeof ends)[number]
const endRow = {
  ...{ completed: 'agreement.completed', declined: 'agreement.declined' },
  ...{ voided: 'submission.voided', expired: 'submission.expired' },
}
// A refusal by an approver is an end like a decline for everybody else.
const refused = 'agreement.refused'
const endOf = (action: string) => (action === refused ? endRow.declined : action)
const byMail = ['signer.invitation_mailed', 'signer.reminder_mailed']
const acting = ['agreement.signed', 'agreement.approved']

/** How a submission has ended, and its faults. */
export async function judge(
  ctx: Context,
  submissionId: string,
  letters: Letter[],
): Promise<{ end: End | null; faults: string[] }> {
  const row = await ctx.db
    .selectFrom('submissions')
    .selectAll()
    .where('id', '=', submissionId)
    .executeTakeFirstOrThrow()
  const reached = ends.filter((end) => row[`${end}_at`] !== null)
  const found: Found = {
    signers: await findSigners(ctx, submissionId),
    trail: await readRows(ctx, submissionId),
    told: await readEvents(ctx, submissionId),
    letters,
    end: reached[0] ?? null,
    documents: (await ctx.db.selectFrom('documents').select('id').where('submission_id', '=', submissionId).execute())
      .length,
  }
  const off = await inspectEvidence(ctx)
  const faults = [
    ...(reached.length === 1 ? [] : [`it has ${reached.length} ends: ${reached.join(', ')}`]),
    ...judgeEvents(found),
    ...judgeOrder(found),
    ...judgeActors(found),
    ...judgeLetters(found),
    ...off.map(({ what, misfit }) => `${what} ${misfit.code}`),
  ]
  return { end: found.end, faults }
}

async function readRows(ctx: Context, chain: string): Promise<Row[]> {
  const rows = await ctx.db
    .selectFrom('audit_events')
    .select(['action', 'actor', 'subject_id'])
    .where('chain', '=', chain)
    .orderBy('sequence')
    .execute()
  return rows.map(({ actor, ...row }) => ({ ...row, actor: Object(actor) }))
}

async function readEvents(ctx: Context, submissionId: string): Promise<Told[]> {
  const rows = await ctx.db.selectFrom('events').select(['type', 'data']).execute()
  return rows
    .map(({ type, data }) => ({ type, data: Object(data) }))
    .filter(({ data }) => data.submissionId === submissionId)
    .map(({ type, data }) => ({ type, signerId: data.signerId }))
}

/** Each signature and the end are announced once, and nothing else is. */
function judgeEvents({ signers, told, end, documents }: Found): string[] {
  const count = (type: string, signerId?: string) =>
    told.filter((one) => one.type === type && (!signerId || one.signerId === signerId)).length
  const signed = signers.filter(({ signed_at }) => signed_at)
  const awaited = signers.filter(({ is_awaited }) => is_awaited)
  const off = (isOff: boolean, fault: string) => (isOff ? [fault] : [])
  return [
    ...signed.flatMap(({ id, role }) => off(count('agreement.signed', id) !== 1, `${role} signed, told otherwise`)),
    ...off(count('agreement.signed') !== signed.length, 'a signature was told that was not made'),
    ...ends.flatMap((one) => off(count(`agreement.${one}`) !== (one === end ? 1 : 0), `${one} was not told as it is`)),
    ...off(end === 'completed' && awaited.length > 0, 'it is completed, and somebody is awaited'),
    ...off(end !== 'completed' && awaited.length === 0, 'all have acted, and it is not completed'),
    ...off(documents !== (end === 'completed' ? 1 : 0), `there are ${documents} documents`),
  ]
}

/** The trail shows that nobody is asked or acts before their turn, or after the end. */
function judgeOrder({ signers, trail, end }: Found): string[] {
  const awaited = new Set(signers.filter(({ kind }) => kind !== 'copy').map(({ id }) => id))
  const faults: string[] = []
  let isOver = false
  for (const { action, subject_id } of trail) {
    const signer = signers.find(({ id }) => id === subject_id)
    const isAct = acting.includes(action)
    if (signer && (isAct || byMail.includes(action))) {
      const isEarly = signers.some(({ id, turn }) => turn < signer.turn && awaited.has(id))
      if (isEarly) faults.push(`${action} of ${signer.role} before their turn`)
      if (isOver) faults.push(`${action} of ${signer.role} after the end`)
      if (!awaited.has(signer.id)) faults.push(`${action} of ${signer.role}, who had acted`)
    }
    if (isAct && signer) awaited.delete(signer.id)
    if (Object.values(endRow).includes(endOf(action))) isOver = true
  }
  const told = Object.values(endRow).filter((action) => trail.some((row) => endOf(row.action) === action))
  if (told.length !== 1 || (end && told[0] !== endRow[end]))
    faults.push(`the trail tells other ends: ${told.join(', ')}`)
  return faults
}

const actorsOf: Record<string, readonly string[]> = {
  ...{ 'submission.created': ['api_key'], 'submission.voided': ['api_key'], 'signer.reminded': ['api_key'] },
  ...{ 'submission.expired': ['system'], 'agreement.completed': ['system'] },
  ...{ 'document.prepared': ['system'] },
  ...{ 'signer.invitation_mailed': ['system'], 'signer.reminder_mailed': ['system'] },
  ...{ 'signer.reassigned': ['api_key', 'signer'], 'signer.named': ['api_key', 'signer'] },
}
// Rows that only the signer may cause.
const own = ['agreement.viewed', 'signer.identified', ...acting, 'agreement.declined', refused]

/** Every row names its actor, and every signer is in the trail with all earlier steps. */
function judgeActors({ signers, trail }: Found): string[] {
  const faults = trail.flatMap(({ action, actor, subject_id }) => {
    const allowed = own.includes(action) ? ['signer'] : actorsOf[action]
    if (allowed && !allowed.includes(String(actor.kind))) return [`${action} is said to be done by ${actor.kind}`]
    const isOther = own.includes(action) && signers.some(({ id }) => id === subject_id) && actor.id !== subject_id
    return isOther ? [`${action} is said to be done by another signer`] : []
  })
  for (const { id, role, signed_at, approved_at } of signers) {
    const count = (action: string) => trail.filter((row) => row.action === action && row.actor.id === id).length
    const wanted = [...(signed_at ? ['agreement.signed'] : []), ...(approved_at ? ['agreement.approved'] : [])]
    for (const action of [...wanted, ...(wanted.length > 0 ? ['signer.identified', 'agreement.viewed'] : [])])
      if (count(action) === 0) faults.push(`the trail has no ${action} of ${role}`)
    for (const action of acting)
      if (count(action) > (wanted.includes(action) ? 1 : 0)) faults.push(`the trail has too many ${action} of ${role}`)
  }
  return faults
}

/** Every invitation is in the trail, and everybody who was called hears of the end. */
function judgeLetters({ signers, trail, letters, end }: Found): string[] {
  const mailed = trail.filter(({ action }) => byMail.includes(action)).length
  const invited = letters.filter(({ letter }) => letter === 'signer_invitation').length
  const faults = invited > mailed ? ['an invitation left that the trail does not tell'] : []
  const last = end === 'completed' ? 'signer_copy' : `signer_${end}`
  for (const { role, email, turn_came_at, declined_at } of signers) {
    const isDue = email !== null && (end === 'completed' || (turn_came_at !== null && declined_at === null))
    const isTold = letters.some(({ to, letter }) => to === email && letter === last)
    if (isDue && !isTold) faults.push(`${role} is not told of the end`)
  }
  return faults
}
