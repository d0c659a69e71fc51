import { concat } from '../../../verifier/asn1/bytes.ts'
import type { Certificate } from '../../../verifier/asn1/certificates.ts'
import { findProofs } from '../../../verifier/asn1/proofs.ts'
import { writeArchive } from '../../../verifier/pdf/archive.ts'
import { digestAround, identify, readSealedDocument } from '../../../verifier/pdf/document.ts'
import { fillRoom } from '../../../verifier/pdf/revision.ts'
import type { SealedState } from '../../../verifier/pdf/sealed.ts'
import type { SealRequest, TimeAuthority } from '../../core/evidence/index.ts'
import type { Send } from '../../core/webhooks/index.ts'
import { SealError } from './fault.ts'
import { roomOf } from './room.ts'
import { type Signature, toSealError } from './sign.ts'
import { believedOf, type Stamp, stamp } from './stamp.ts'

type Archived = { bytes: Uint8Array; stamp: Stamp | null }

/** Adds the proofs that the level requires to a sealed document, and reads the result again. Throws SealError. */
export async function archive(
  send: Send,
  bytes: Uint8Array,
  { checked, stamp: stamped }: Signature,
  { level, identity, authorities, at }: Pick<SealRequest, 'level' | 'identity' | 'authorities' | 'at'>,
): Promise<Archived> {
  const { state } = await readAgain(bytes)
  if (level === 'B-T') return { bytes, stamp: null }
  const chains = [checked.chain, checked.token.chain]
  const crls = [...identity.crls, ...believedOf(stamped.authority).crls]
  const given = { bytes, state, chains, crls, at }
  const archived = await append(given, level === 'B-LTA' ? { send, authorities } : null)
  await readAgain(archived.bytes)
  return archived
}

type Appending = {
  bytes: Uint8Array
  state: SealedState
  /** The chains of certificates that later verification needs. */
  chains: readonly (readonly Certificate[])[]
  crls: readonly Uint8Array[]
  at: Date
}

/**
 * Appends a revision with proofs, and with a timestamp over the whole file when `asked` names authorities. Throws
 * SealError.
 */
export async function append(
  { bytes, state, chains, crls, at }: Appending,
  asked: { send: Send; authorities: readonly TimeAuthority[] } | null,
  room = asked && roomOf(asked.authorities),
): Promise<Archived> {
  const proofs = await findProofs(chains, crls, at).catch((error: unknown) => {
    throw toSealError(error, 'revocation_missing')
  })
  const revision = writeArchive(state, { ...proofs, room }, await identify(bytes))
  const whole = concat([bytes, revision.bytes])
  if (!asked || !revision.byteRange || room === null) return { bytes: whole, stamp: null }
  const stamped = await stamp(asked.send, asked.authorities, await digestAround(whole, revision.byteRange), at)
  const { length } = stamped.token
  if (length > room) return append({ bytes, state, chains, crls, at }, asked, length + 4_096)
  fillRoom(whole, revision.holeAt, room, stamped.token)
  return { bytes: whole, stamp: stamped }
}

/** Reads a sealed document as the verifier does. Throws SealError when it cannot. */
export async function readAgain(bytes: Uint8Array): ReturnType<typeof readSealedDocument> {
  try {
    return await readSealedDocument(bytes)
  } catch (error) {
    throw new SealError('not_sealed', 'The sealed document cannot be verified.', { cause: error })
  }
}

/** The time when the certificate of a timestamp expires. */
export function endOf({ checked }: Stamp): Date {
  return checked.chain.reduce(
    (least, { until }) => (until < least ? until : least),
    checked.chain[0]?.until ?? new Date(0),
  )
}
