import { type Handle, transaction } from '../../db/index.ts'
import { enqueueJob } from '../../jobs/enqueue.ts'
import type { Language } from '../../texts/index.ts'
import { recordAudit } from '../audit/index.ts'
import type { Context } from '../context.ts'
import { DomainError, fault, invalid, say } from '../errors.ts'
import { type Id, newId } from '../ids.ts'
import { lockSubmission, type Signer } from '../submissions/index.ts'
import { asSigner, type Ceremony, loadCeremony } from './ceremony.ts'
import { endOfCode, hourBefore, isCode, isLive, mostCodesAnHour, newCode, secondsUntilNext } from './codes.ts'
import { countLinkMails } from './link-mails.ts'
import { endSessions, type Proof, startSession } from './session.ts'
import { recordView } from './view.ts'

/** The address for a signer's codes: the one that the sender gave, else the one that the signer gave. */
export function addressOf({ invited_email, identified_at, email }: Signer): string | null {
  return invited_email ?? (identified_at ? email : null)
}

/** A masked address that only its owner recognises: `r•••@e•••.com`. */
export function maskAddress(address: string): string {
  const [local = '', domain = ''] = address.split('@')
  const dot = domain.lastIndexOf('.')
  return `${[...local][0] ?? ''}•••@${[...domain][0] ?? ''}•••${dot < 0 ? '' : domain.slice(dot)}`
}

/**
 * Enqueues a mail with a code, by which the signer can continue in another browser. makeCode makes the code later.
 * Throws `address_missing`, `too_many_codes`, `too_many_mails`.
 */
export async function askForCode(ctx: Context, signerId: Id, language: Language = 'en'): Promise<void> {
  await transaction(ctx, async (inner) => {
    const { signer, submission } = await loadCeremony(inner, signerId)
    await lockSubmission(inner, submission.id)
    if (!addressOf(signer)) throw noAddress()
    await requireFew(inner, signerId)
    // A visitor cannot choose an address that the sender gave, so mails to it are not counted.
    if (!signer.invited_email) await countLinkMails(inner, submission.agreement_link_id, 1)
    const { organizationId: organization_id, now: created_at } = inner
    const [id, expires_at] = [newId(created_at.getTime()), endOfCode(created_at)]
    const values = { organization_id, id, signer_id: signerId, code_hash: null, created_at, expires_at, used_at: null }
    await inner.db.insertInto('signer_codes').values(values).execute()
    const subject = { type: 'signer', id: signerId } as const
    await recordAudit(inner, { action: 'signer.code_asked', subject, chain: submission.id, person: signer.subject_id })
    await enqueueJob(inner.db, 'ceremony.mail_code', { organizationId: organization_id, codeId: id, language })
  })
}

/** Whether the signer has asked for a code that still works. */
export async function isCodeOut(ctx: Context, signerId: Id): Promise<boolean> {
  return (await findLiveCode(ctx, signerId)) !== undefined
}

/** Makes the code for a mail; only its hash is stored. Null when the code has expired or was used. */
export async function makeCode(ctx: Context, codeId: Id): Promise<{ code: string; ceremony: Ceremony } | null> {
  const { code, code_hash } = newCode(codeId)
  const row = await ctx.db
    .updateTable('signer_codes')
    .set({ code_hash })
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', codeId)
    .where('used_at', 'is', null)
    .where('expires_at', '>', ctx.now)
    .returning('signer_id')
    .executeTakeFirst()
  return row ? { code, ceremony: await loadCeremony(ctx, row.signer_id) } : null
}

/**
 * Gives the signer's ceremony to this browser and ends it in every other one. A code can be tried five times.
 * Throws `validation_failed` with a fault of `code`.
 */
export async function proveByCode(ctx: Context, signerId: Id, typed: string): Promise<Proof> {
  const proof = await transaction(ctx, async (inner) => {
    const { submission } = await loadCeremony(inner, signerId)
    await lockSubmission(inner, submission.id)
    // The transaction must commit, because it counts a wrong attempt. So nothing may throw inside it.
    return (await takeCode(inner, signerId, typed)) ? enter(inner, signerId) : null
  })
  if (proof) return proof
  throw invalid([fault(['code'], 'code')])
}

async function enter(ctx: Context, signerId: Id): Promise<Proof> {
  await endSessions(ctx, { signerId })
  const ceremony = await loadCeremony(ctx, signerId)
  const signing = asSigner(ctx, ceremony.signer)
  const { id: chain } = ceremony.submission
  const person = ceremony.signer.subject_id
  await recordAudit(signing, { action: 'signer.code_proved', subject: { type: 'signer', id: signerId }, chain, person })
  if (ceremony.step !== 'closed' && ceremony.step !== 'waiting') await recordView(signing, ceremony)
  return startSession(ctx, signerId)
}

async function takeCode(ctx: Context, signerId: Id, typed: string): Promise<boolean> {
  const live = await findLiveCode(ctx, signerId)
  if (!live) return false
  const isRight = isCode(live, typed)
  await ctx.db
    .updateTable('signer_codes')
    .set((set) => ({ attempts: set('attempts', '+', 1), used_at: isRight ? ctx.now : null }))
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', live.id)
    .execute()
  return isRight
}

/** The newest code of a signer, if it can still be tried. */
async function findLiveCode(ctx: Context, signerId: Id) {
  const last = await lastCodes(ctx.db, ctx.organizationId, signerId).limit(1).executeTakeFirst()
  return isLive(last, ctx.now) ? last : undefined
}

async function requireFew(ctx: Context, signerId: Id): Promise<void> {
  const recent = await lastCodes(ctx.db, ctx.organizationId, signerId)
    .where('created_at', '>', hourBefore(ctx.now))
    .execute()
  const oldest = recent.at(-1)
  if (!oldest || recent.length < mostCodesAnHour) return
  const retryAfterSeconds = secondsUntilNext(oldest.created_at, ctx.now)
  const minutes = Math.ceil(retryAfterSeconds / 60)
  const words = say('too_many_codes', { codes: recent.length, minutes })
  throw new DomainError('limited', 'too_many_codes', words, { retryAfterSeconds })
}

function lastCodes(db: Handle, organizationId: Id, signerId: Id) {
  return db
    .selectFrom('signer_codes')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('signer_id', '=', signerId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
}

function noAddress(): DomainError {
  return new DomainError('conflict', 'address_missing', say('address_missing'))
}
