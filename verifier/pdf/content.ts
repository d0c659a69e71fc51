import { concat, encodeText, hashOf } from '../asn1/bytes.ts'
import { layout } from './layout.ts'
import type { Before } from './revision.ts'
import { bytesText, dict, isDict, name, type PdfObject } from './values.ts'
import { write, writeObject } from './write.ts'

/** A revision of a seal, without the parts that are written last. */
export type SealDraft = {
  before: Before
  /** The second file identifier. */
  newId: Uint8Array
  /** The object number of the signature. */
  first: number
  objects: readonly PdfObject[]
}

/**
 * The SHA-256 of everything that a sealed document shows and contains: the hash of the base, the objects of the seal's
 * revision, and the references in its trailer. Only the digits and the byte range of the signature are left out, and
 * the proof that this hash was logged. `baseSha256` is the hash of the base, if it is known.
 */
export async function hashContent(
  base: Uint8Array,
  { before, newId, first, objects }: SealDraft,
  baseSha256?: Uint8Array,
): Promise<Uint8Array> {
  const logged = objects
    .filter(({ number }) => number !== first + layout.proofFile)
    .map((one) => (one.number === first ? withoutDigits(one) : one))
    .sort((a, b) => a.number - b.number)
  const leads = dict({
    Type: name(before.isStream ? 'XRef' : 'Table'),
    Root: before.root,
    Info: before.info,
    ID: [bytesText(before.id), bytesText(newId)],
    Prev: before.xrefAt,
  })
  const written = logged.map((one) => writeObject(one).bytes)
  return hashOf(concat([baseSha256 ?? (await hashOf(base)), ...written, encodeText(write(leads))]))
}

function withoutDigits(signature: PdfObject): PdfObject {
  const entries = isDict(signature.value) ? [...signature.value] : []
  return { ...signature, value: new Map(entries.filter(([key]) => key !== 'ByteRange' && key !== 'Contents')) }
}
