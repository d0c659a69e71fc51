import { Disproved } from '../disproved.ts'
import type { Trust } from '../trust.ts'
import { isSignedBy, type Note, type NoteKey, type NoteSignature, signaturesOf } from './note.ts'

/** A witness's statement that a head was the largest consistent tree it had seen, with its time. */
export type Cosigned = { name: string; at: Date }

/**
 * The witnesses of the trust file that have signed a head. Throws Disproved for a false signature under their name.
 */
export async function cosignedBy(note: Note, { witnesses }: Pick<Trust, 'witnesses'>): Promise<Cosigned[]> {
  const found: Cosigned[] = []
  for (const witness of witnesses) {
    const [first, ...others] = signaturesOf(note, witness)
    if (!first) continue
    const times: Date[] = []
    for (const one of [first, ...others]) times.push(await readTime(note, witness, one))
    found.push({ name: witness.name, at: times[0] ?? new Date(0) })
  }
  return found
}

// Eight bytes of seconds, then an Ed25519 signature over them and the head (C2SP tlog-cosignature).
async function readTime(note: Note, witness: NoteKey, { bytes }: NoteSignature): Promise<Date> {
  const seconds = bytes.subarray(0, 8).reduce((sum, byte) => sum * 256 + byte, 0)
  const isWhole = bytes.length === 72 && seconds <= 8_640_000_000_000
  const message = `cosignature/v1\ntime ${seconds}\n${note.text}`
  if (!isWhole || !(await isSignedBy(witness, bytes.slice(8), message)))
    throw new Disproved('witness_false', { witness: witness.name })
  return new Date(seconds * 1_000)
}
