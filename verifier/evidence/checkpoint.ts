import { type Bytes, isSame } from '../asn1/bytes.ts'
import { Disproved } from '../disproved.ts'
import type { LogKey, Trust } from '../trust.ts'
import { readBase64 } from './base64.ts'
import { isSignedBy, type Note, readNote, signaturesOf } from './note.ts'
import { type Cosigned, cosignedBy } from './witnesses.ts'

/** The head of a log (C2SP tlog-checkpoint): its number of leaves and its root. */
export type Head = { origin: string; size: number; root: Bytes }

export type CheckedHead = Head & { witnesses: Cosigned[] }

/**
 * The clocks of two servers may differ by this much. A timestamp has whole seconds, so it may be older than its cause.
 */
export const skewMs: number = 5 * 60_000

/** A head must be signed after the last row and before the seal. */
type SignedBetween = { from: Date; until: Date }

/** Parses a head and verifies its signatures. Throws Disproved. */
export async function checkHead(
  checkpoint: string,
  origin: string,
  between: SignedBetween,
  trust: Trust,
): Promise<CheckedHead> {
  const note = readNote(checkpoint)
  const head = note && readHead(note.text)
  if (!note || !head || head.origin !== origin) throw new Disproved('checkpoint_form')
  const log = trust.logs.find((one) => one.origin === origin)
  if (!log) throw new Disproved('log_stranger', { origin })
  await checkLogKeys(note, log.keys, between)
  // The seal covers these signatures, so a witness that names a later time is not believed.
  const latest = between.until.getTime() + skewMs
  const witnesses = (await cosignedBy(note, trust)).filter(({ at }) => at.getTime() <= latest)
  const isAsked = trust.quorumFrom === null || between.until.getTime() - skewMs >= trust.quorumFrom.getTime()
  if (isAsked && witnesses.length < trust.quorum)
    throw new Disproved('witnesses_few', { found: String(witnesses.length), wanted: String(trust.quorum) })
  return { ...head, witnesses }
}

function readHead(text: string): Head | null {
  const [origin = '', size = '', root = '', ...rest] = text.split('\n')
  const bytes = readBase64(root)
  const isWhole = origin !== '' && /^[1-9]\d{0,14}$/.test(size) && rest.length === 1 && rest[0] === ''
  return isWhole && bytes?.length === 32 ? { origin, size: Number(size), root: bytes } : null
}

// A false signature under a known key makes the whole note false.
async function checkLogKeys(note: Note, keys: readonly LogKey[], between: SignedBetween): Promise<void> {
  const used: LogKey[] = []
  for (const key of keys) {
    for (const { bytes } of signaturesOf(note, key)) {
      if (!(await isSignedBy(key, bytes, note.text))) throw new Disproved('checkpoint_signature')
      used.push(key)
    }
  }
  if (used.length === 0) throw new Disproved('checkpoint_signature')
  const [earliest, latest] = [new Date(between.from.getTime() - skewMs), new Date(between.until.getTime() + skewMs)]
  const isCurrent = used.some(({ from, until }) => from <= latest && (until === null || until >= earliest))
  if (!isCurrent) throw new Disproved('log_key_time')
}

export function isRoot(root: Uint8Array | null, head: Head): boolean {
  return root !== null && isSame(root, head.root)
}
