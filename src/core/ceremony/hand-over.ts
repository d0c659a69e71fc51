import { recordAudit } from '../audit/index.ts'
import type { Context } from '../context.ts'
import { refuseFaults } from '../errors.ts'
import type { Id } from '../ids.ts'
import { ensureSubject } from '../people/index.ts'
import {
  callNext,
  findNamedFaults,
  forgetEntries,
  forgetSignerFiles,
  loadContents,
  type NewSigner,
  nameSigner,
  openEntries,
  renewInvitation,
  type Signer,
  saveEntries,
  whomOf,
} from '../submissions/index.ts'
import { cancelOpen } from '../verifications/index.ts'
import { endSessions } from './session.ts'

/**
 * A change of the person in a role. `path` is the place of that person in the form. `fields` replace what the sender
 * has filled in; without `fields` it stays.
 */
type Move = {
  signer: Signer
  signers: readonly Signer[]
  whom: NewSigner
  path?: readonly string[]
  fields?: Record<string, string> | null
}

/**
 * Gives a role to another person, and gives them their turn if it has come. Runs in the caller's transaction.
 * Throws `validation_failed` for the address of another signer.
 */
export async function handOver(ctx: Context, move: Move): Promise<{ token: string | null }> {
  const { signer, whom } = move
  await refuseTwins(ctx, move)
  const sender = move.fields ?? (await openEntries(ctx, signer)).sender
  const subject_id = signer.identified_at ? await startAnew(ctx, signer) : signer.subject_id
  // The sender's values stay with the role. What the person before has typed is deleted.
  await forgetEntries(ctx, [signer.id])
  await forgetSignerFiles(ctx, [signer.id])
  if (Object.keys(sender).length > 0) await saveEntries(ctx, { ...signer, subject_id }, 'sender', sender)
  await recordMove(ctx, 'signer.reassigned', signer, signer)
  await nameSigner(ctx, { ...signer, subject_id }, whom)
  await recordMove(ctx, 'signer.named', { ...signer, subject_id }, whom)
  await forgetCodes(ctx, signer.id)
  // Waits for a person who opens the invitation at this moment, so that their new session can be ended.
  const token = await renewInvitation(ctx, signer)
  await endSessions(ctx, { signerId: signer.id })
  await ctx.db
    .updateTable('signers')
    .set({ turn_came_at: null, viewed_at: null, opened_by: null, updated_at: ctx.now })
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', signer.id)
    .execute()
  await callNext(ctx, signer.submission_id)
  return { token: whom.delivery === 'email' || signer.kind === 'copy' ? null : token }
}

async function refuseTwins(ctx: Context, { signer, signers, whom, path = [] }: Move): Promise<void> {
  const { version } = await loadContents(ctx, signer.submission_id)
  const checked = new Set(version.required_verifications.map(({ role }) => role))
  const others = signers.flatMap((other) => {
    if (other.id === signer.id || !other.email) return []
    return [{ path: ['other'], signer: other, whom: whomOf(other) }]
  })
  const faults = findNamedFaults([...others, { path, signer, whom }], checked)
  refuseFaults(faults.filter(({ path: [first] }) => first !== 'other'))
}

/** Gives the new person a subject of their own. The data and consents of the person before stay with their subject. */
async function startAnew(ctx: Context, signer: Signer): Promise<Id> {
  await cancelOpen(ctx, signer.subject_id, () => true, 'signer_reassigned')
  const subject_id = await ensureSubject(ctx)
  await ctx.db
    .updateTable('signers')
    .set({ subject_id, identified_at: null, details_given_at: null, language: null })
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', signer.id)
    .execute()
  return subject_id
}

type Said = { name?: string | null; email?: string | null }

async function recordMove(ctx: Context, action: string, signer: Signer, { name, email }: Said): Promise<void> {
  await recordAudit(ctx, {
    action,
    subject: { type: 'signer', id: signer.id },
    chain: signer.submission_id,
    person: signer.subject_id,
    personal: { name: name ?? '', email: email ?? '' },
  })
}

async function forgetCodes(ctx: Context, signerId: Id): Promise<void> {
  await ctx.db
    .updateTable('signer_codes')
    .set({ used_at: ctx.now })
    .where('organization_id', '=', ctx.organizationId)
    .where('signer_id', '=', signerId)
    .where('used_at', 'is', null)
    .execute()
}
