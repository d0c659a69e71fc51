import type { Context } from '../context.ts'
import type { Id } from '../ids.ts'
import { openPersonKey } from '../people/index.ts'
import type { Signer } from './signer.ts'
import { forgetSignerFiles } from './signer-files.ts'

/** Texts that stand in fields before the signer signs, by field key. */
type Entries = Record<string, string>

/**
 * What the sender filled in for a signer, and what the signer has typed so far. `token` lets the browser recognise its
 * own draft.
 */
type SignerEntries = { sender: Entries; signer: Entries; token: string | null }
type By = 'sender' | 'signer'

type Whose = Pick<Signer, 'id' | 'subject_id'>

/**
 * Stores the entries of a signer, encrypted with the signer's key. They replace the earlier entries of the same author.
 * Throws `subject_erased`.
 */
export async function saveEntries(
  ctx: Context,
  signer: Whose,
  by: By,
  entries: Entries,
  token: string | null = null,
): Promise<void> {
  const row = { ...(await draftEntries(ctx, signer, by, entries)), token }
  await ctx.db
    .insertInto('signer_entries')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['organization_id', 'signer_id', 'entered_by'])
        .doUpdateSet({ sealed: row.sealed, entered_at: row.entered_at, token }),
    )
    .execute()
}

export async function draftEntries(ctx: Context, { id, subject_id }: Whose, by: By, entries: Entries) {
  const key = await openPersonKey(ctx, subject_id)
  return {
    organization_id: ctx.organizationId,
    signer_id: id,
    entered_by: by,
    sealed: key.seal(purposeOf(id, by), entries),
    entered_at: ctx.now,
  }
}

/** The entries of a signer, by author. Throws `subject_erased`. */
export async function openEntries(ctx: Context, { id, subject_id }: Whose): Promise<SignerEntries> {
  const rows = await ctx.db
    .selectFrom('signer_entries')
    .select(['entered_by', 'sealed', 'token'])
    .where('organization_id', '=', ctx.organizationId)
    .where('signer_id', '=', id)
    .execute()
  const entries: SignerEntries = { sender: {}, signer: {}, token: null }
  if (rows.length === 0) return entries
  const key = await openPersonKey(ctx, subject_id)
  for (const { entered_by, sealed, token } of rows) {
    entries[entered_by] = readEntries(key.open(purposeOf(id, entered_by), sealed))
    entries.token = token ?? entries.token
  }
  return entries
}

export async function forgetEntries(ctx: Context, signerIds: readonly Id[]): Promise<void> {
  if (signerIds.length === 0) return
  await ctx.db
    .deleteFrom('signer_entries')
    .where('organization_id', '=', ctx.organizationId)
    .where('signer_id', 'in', signerIds)
    .execute()
}

/** Deletes the entries and files of all signers of a submission who have not signed or approved. */
export async function forgetEntriesOf(ctx: Context, submissionId: Id): Promise<void> {
  const signers = await ctx.db
    .selectFrom('signers')
    .select('id')
    .where('organization_id', '=', ctx.organizationId)
    .where('submission_id', '=', submissionId)
    .where('signed_at', 'is', null)
    .where('approved_at', 'is', null)
    .execute()
  const ids = signers.map(({ id }) => id)
  await forgetEntries(ctx, ids)
  await forgetSignerFiles(ctx, ids)
}

function readEntries(kept: unknown): Entries {
  return Object.fromEntries(Object.entries(Object(kept)).map(([key, value]) => [key, String(value)]))
}

function purposeOf(signerId: Id, by: string): string {
  return `entries:${signerId}:${by}`
}
