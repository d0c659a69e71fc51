import type { Mark } from '../agreements/index.ts'
import type { Context } from '../context.ts'
import type { Id } from '../ids.ts'
import { openPersonKey, openPersonKeys, type PersonKey } from '../people/index.ts'
import type { Signer } from './signer.ts'

/** Encrypts a signer's mark with the signer's key. Throws `subject_erased`. */
export async function sealMark(ctx: Context, signer: { id: Id; subject_id: Id }, bytes: Buffer): Promise<Buffer> {
  return (await openPersonKey(ctx, signer.subject_id)).sealBytes(`mark:${signer.id}`, bytes)
}

/** The mark that a signer made. Throws `subject_erased`. */
export async function readMark(ctx: Context, signer: Signer): Promise<Mark> {
  return openMark(await openPersonKey(ctx, signer.subject_id), signer)
}

/** The marks of the signers who have signed, by signer, without the marks of erased people. */
export async function readMarks(ctx: Context, signers: readonly Signer[]): Promise<Map<Id, Mark>> {
  const signed = signers.filter(({ mark }) => mark)
  const keys = await openPersonKeys(
    ctx,
    signed.map(({ subject_id }) => subject_id),
  )
  return new Map(
    signed.flatMap((signer) => {
      const key = keys.get(signer.subject_id)
      return key ? [[signer.id, openMark(key, signer)] as const] : []
    }),
  )
}

function openMark(key: PersonKey, { id, mark, signature_method }: Signer): Mark {
  if (!mark) return { kind: 'typed', name: '' }
  const bytes = key.openBytes(`mark:${id}`, mark)
  if (signature_method === 'drawn') return { kind: 'drawn', drawing: JSON.parse(String(bytes)) }
  return { kind: 'typed', name: String(bytes) }
}
