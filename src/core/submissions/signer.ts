import type { Selectable } from 'kysely'
import type { Tables } from '../../db/index.ts'
import type { Context } from '../context.ts'
import type { Id } from '../ids.ts'
import { openPersonKey, openPersonKeys, wordsOf } from '../people/index.ts'

type SignerRow = Selectable<Tables['signers']>

/** The personal data of a signer: what the signer and the sender gave. Every member is null after erasure. */
export type SignerPerson = {
  name: string | null
  email: string | null
  invited_name: string | null
  invited_email: string | null
  decline_reason: string | null
}

/** A signer with decrypted personal data. `mark` stays sealed; readMark opens it. */
export type Signer = Omit<SignerRow, 'personal'> & SignerPerson

/** Whether a signer has signed or approved. A copy does neither. */
export function hasActed({ signed_at, approved_at }: Pick<SignerRow, 'signed_at' | 'approved_at'>): boolean {
  return (signed_at ?? approved_at) !== null
}

export type SignerVerification = {
  id: Id
  type: string
  tier: string | null
  status: string
  result: string | null
  is_simulated: boolean
}

function readTold(given: unknown): SignerPerson {
  const text = (name: keyof SignerPerson): string | null => {
    const value: unknown = Reflect.get(Object(given), name)
    return typeof value === 'string' ? value : null
  }
  return {
    name: text('name'),
    email: text('email'),
    invited_name: text('invited_name'),
    invited_email: text('invited_email'),
    decline_reason: text('decline_reason'),
  }
}

/** Decrypts the personal data of signers. */
export async function openSigners(ctx: Context, rows: readonly SignerRow[]): Promise<Signer[]> {
  const keys = await openPersonKeys(
    ctx,
    rows.filter(({ personal }) => personal).map(({ subject_id }) => subject_id),
  )
  return rows.map(({ personal, ...row }) => {
    const key = keys.get(row.subject_id)
    const told = key && personal ? key.open(`signer:${row.id}`, personal) : {}
    return { ...row, ...readTold(told) }
  })
}

/**
 * Seals a signer's personal data with the changes in `told`. Call indexSigner afterwards, so that the signer is found
 * by them.
 * Throws `subject_erased`.
 */
export async function sealSigner(
  ctx: Context,
  signer: Pick<Signer, 'id' | 'subject_id'> & Partial<SignerPerson>,
  told: Partial<SignerPerson>,
): Promise<Buffer> {
  const key = await openPersonKey(ctx, signer.subject_id)
  return key.seal(`signer:${signer.id}`, readTold({ ...signer, ...told }))
}

/** Replaces the words by which a signer is found. Runs in the caller's transaction. */
export async function indexSigner(ctx: Context, signer: Pick<Signer, 'id' | 'name' | 'email'>): Promise<void> {
  const words = wordRows(ctx, signer)
  await forgetWords(ctx, [signer.id])
  if (words.length > 0) await ctx.db.insertInto('signer_words').values(words).execute()
}

/** The search words of a signer's name and address. The database sees only keyed hashes of them. */
export function wordRows(ctx: Context, signer: Pick<Signer, 'id' | 'name' | 'email'>) {
  const { organizationId: organization_id } = ctx
  const fields = ['name', 'email'] as const
  return fields.flatMap((field) =>
    wordsOf(ctx, field, signer[field] ?? '').map((word) => ({ organization_id, word, signer_id: signer.id, field })),
  )
}

/** Deletes the words by which signers are found. */
export async function forgetWords(ctx: Context, signerIds: readonly Id[]): Promise<void> {
  if (signerIds.length === 0) return
  await ctx.db
    .deleteFrom('signer_words')
    .where('organization_id', '=', ctx.organizationId)
    .where('signer_id', 'in', signerIds)
    .execute()
}

/** Deletes the record of which address has used a link that allows one submission per address. */
export async function forgetAddresses(ctx: Context, signerIds: readonly Id[]): Promise<void> {
  if (signerIds.length === 0) return
  await ctx.db
    .deleteFrom('agreement_link_addresses')
    .where('organization_id', '=', ctx.organizationId)
    .where('signer_id', 'in', signerIds)
    .execute()
}

/** The signers of a submission, in the order in which they act. */
export async function findSigners(ctx: Context, submissionId: Id): Promise<Signer[]> {
  const rows = await ctx.db
    .selectFrom('signers')
    .selectAll()
    .where('organization_id', '=', ctx.organizationId)
    .where('submission_id', '=', submissionId)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return openSigners(ctx, rows)
}

/** The verifications of a signer, oldest first. */
export function listSignerVerifications(ctx: Context, signerId: Id): Promise<SignerVerification[]> {
  return (
    ctx.db
      .selectFrom('verifications')
      .select(['id', 'type', 'tier', 'status', 'result', 'is_simulated'])
      .where('organization_id', '=', ctx.organizationId)
      .where('signer_id', '=', signerId)
      // A signer who took over a role does not see the verifications of the person before.
      .where('subject_id', '=', (is) =>
        is
          .selectFrom('signers')
          .select('subject_id')
          .where('organization_id', '=', ctx.organizationId)
          .where('id', '=', signerId),
      )
      .where('is_scan', '=', false)
      .where('deleted_at', 'is', null)
      .orderBy('created_at')
      .orderBy('id')
      .execute()
  )
}
