export { canonicalJson } from '../canonical-json.ts'

/**
 * The published format of the file `evidence.json` inside a sealed document: canonical JSON in UTF-8. A verifier needs
 * nothing else from this server.
 */
export const evidenceFormat = 'sealane-evidence/1'

/**
 * How long a seal can be proved: B-T has a timestamp, B-LT also the revocation data of its certificates, and B-LTA
 * timestamps that are renewed for decades.
 */
export const sealLevels = ['B-T', 'B-LT', 'B-LTA'] as const
export type SealLevel = (typeof sealLevels)[number]

/** Opens a commitment, which is the SHA-256 over the bytes of the salt and the value in canonical JSON. */
type EvidenceOpening = { salt: string; value: unknown }

/** A row of the trail as a leaf of the organization's log. */
export type EvidenceEntry = {
  /** The number of the leaf, from 0. */
  leaf: number
  /** The sibling hashes on the way from the leaf to the root of the checkpoint, in base64. */
  proof: string[]
  /** The bytes of the leaf: the row in canonical JSON. */
  entry: string
  /**
   * The row, when it is too long for a leaf. The leaf then has the row's hash in the chain: `{"row_sha256":"<hex>"}`.
   */
  row?: string
  /** The openings by the path of the committed member: `actor.ipAddress`, `data.name`, `data.fields.city`. */
  openings: Record<string, EvidenceOpening>
}

/**
 * A parsed entry. `occurred_at` is ISO 8601 in UTC. The rows of a trail form a chain: the hash of each is the SHA-256
 * over the hash of the row before (32 zero bytes for the first) and the row in canonical JSON.
 */
export type EvidenceRow = {
  chain: string
  sequence: number
  action: string
  actor: Record<string, unknown>
  subject_type: string
  subject_id: string
  data: Record<string, unknown>
  occurred_at: string
}

export type EvidenceFile = {
  format: typeof evidenceFormat
  /** The level of the seal. A document with a lower one was tampered with. */
  level: SealLevel
  /** The name of the log. */
  origin: string
  organization: { id: string; name: string }
  /** `source_sha256` is the hash (hex) of what the signers saw. */
  agreement: { id: string; title: string; source_sha256: string }
  link: string
  submission: string
  trail: {
    /** The signed head of the log (C2SP tlog-checkpoint), with the cosignatures of witnesses. */
    checkpoint: string
    /** All rows of the submission's trail before its end, by sequence from 1. */
    entries: EvidenceEntry[]
  }
}
