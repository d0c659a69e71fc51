import type { Mark } from '../agreements/index.ts'
import type { Context } from '../context.ts'
import type { Id } from '../ids.ts'
import { openPersonKey } from '../people/index.ts'
import type { Signer } from './signer.ts'

/** Encrypts a signer's mark with the signer's key. Throws `subject_erased`. */
export async function sealMark(ctx: Context, signer: { id: Id; subject_id: Id }, bytes: Buffer): Promise<Buffer> {
  return (await openPersonKey(ctx, signer.subject_id)).sealBytes(`mark:${signer.id}`, bytes)
}

/** The mark that a signer made. Throws `subject_erased`. */
export async function readMark(ctx: Context, signer: Signer): Promise<Mark> {
  if (!signer.mark) return { kind: 'typed', name: '' }
  const bytes = (await openPersonKey(ctx, signer.subject_id)).openBytes(`mark:${signer.id}`, signer.mark)
  if (signer.signature_method === 'drawn') return { kind: 'drawn', drawing: JSON.parse(String(bytes)) }
  return { kind: 'typed', name: String(bytes) }
}
