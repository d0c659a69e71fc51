import { isKey } from '../agreements/index.ts'
import type { Context } from '../context.ts'
import { notFound } from '../errors.ts'
import type { Id } from '../ids.ts'
import { openPersonKey, openPersonKeys } from '../people/index.ts'
import { requirePermission } from '../permissions.ts'
import { sha256 } from '../vault.ts'
import type { Signer } from './signer.ts'

/** A file that a signer uploaded into a field. `sha256` is lower-case hex. */
export type SignerFile = { field: string; name: string; contentType: string; byteSize: number; sha256: string }

type Whose = Pick<Signer, 'id' | 'subject_id'>

/**
 * Stores a file, encrypted with the signer's key. It replaces the earlier file of that field. Throws `subject_erased`.
 */
export async function saveSignerFile(
  ctx: Context,
  { id, subject_id }: Whose,
  file: { field: string; name: string; contentType: string; bytes: Buffer },
): Promise<void> {
  const key = await openPersonKey(ctx, subject_id)
  const row = {
    name: key.seal(purposeOf(id, file.field, 'name'), file.name),
    content: key.sealBytes(purposeOf(id, file.field, 'content'), file.bytes),
    content_type: file.contentType,
    byte_size: file.bytes.length,
    sha256: sha256(file.bytes),
    sent_at: ctx.now,
  }
  await ctx.db
    .insertInto('signer_files')
    .values({ organization_id: ctx.organizationId, signer_id: id, field_key: file.field, ...row })
    .onConflict((conflict) => conflict.columns(['organization_id', 'signer_id', 'field_key']).doUpdateSet(row))
    .execute()
}

/** The files of signers, by signer id. Files of erased people are left out. */
export async function openSignerFiles(ctx: Context, signers: readonly Whose[]): Promise<Map<Id, SignerFile[]>> {
  const files = new Map<Id, SignerFile[]>()
  if (signers.length === 0) return files
  const rows = await ctx.db
    .selectFrom('signer_files')
    .select(['signer_id', 'field_key', 'name', 'content_type', 'byte_size', 'sha256'])
    .where('organization_id', '=', ctx.organizationId)
    .where(
      'signer_id',
      'in',
      signers.map(({ id }) => id),
    )
    .orderBy('field_key')
    .execute()
  if (rows.length === 0) return files
  const keys = await openPersonKeys(
    ctx,
    signers.map(({ subject_id }) => subject_id),
  )
  for (const row of rows) {
    const key = keys.get(signers.find(({ id }) => id === row.signer_id)?.subject_id ?? '')
    if (!key) continue
    const name = String(key.open(purposeOf(row.signer_id, row.field_key, 'name'), row.name))
    const { content_type: contentType, byte_size: byteSize } = row
    const file = { field: row.field_key, name, contentType, byteSize, sha256: row.sha256.toString('hex') }
    files.set(row.signer_id, [...(files.get(row.signer_id) ?? []), file])
  }
  return files
}

/**
 * The file in a field of a signer who has signed or approved.
 * Throws `permission_missing`, `file_not_found`.
 */
export async function readSignerFile(
  ctx: Context,
  submissionId: Id,
  field: string,
): Promise<{ bytes: Buffer; filename: string; contentType: string }> {
  requirePermission(ctx, 'submissions:read')
  if (!isKey(field)) throw notFound('file')
  const row = await ctx.db
    .selectFrom('signer_files as file')
    .innerJoin('signers as signer', (join) =>
      join.onRef('signer.organization_id', '=', 'file.organization_id').onRef('signer.id', '=', 'file.signer_id'),
    )
    .select(['file.signer_id', 'file.name', 'file.content', 'file.content_type', 'signer.subject_id'])
    .where('file.organization_id', '=', ctx.organizationId)
    .where('file.field_key', '=', field)
    .where('signer.submission_id', '=', submissionId)
    .where((where) =>
      where.or([where('signer.signed_at', 'is not', null), where('signer.approved_at', 'is not', null)]),
    )
    .executeTakeFirst()
  const key = row && (await openPersonKeys(ctx, [row.subject_id])).get(row.subject_id)
  if (!row || !key) throw notFound('file')
  const filename = String(key.open(purposeOf(row.signer_id, field, 'name'), row.name))
  const bytes = key.openBytes(purposeOf(row.signer_id, field, 'content'), row.content)
  return { bytes, filename, contentType: row.content_type }
}

/** Deletes the files of signers: those of the given fields, or all. */
export async function forgetSignerFiles(
  ctx: Context,
  signerIds: readonly Id[],
  fields?: readonly string[],
): Promise<void> {
  if (signerIds.length === 0 || fields?.length === 0) return
  let query = ctx.db
    .deleteFrom('signer_files')
    .where('organization_id', '=', ctx.organizationId)
    .where('signer_id', 'in', signerIds)
  if (fields) query = query.where('field_key', 'in', fields)
  await query.execute()
}

function purposeOf(signerId: Id, field: string, part: string): string {
  return `file:${signerId}:${field}:${part}`
}
