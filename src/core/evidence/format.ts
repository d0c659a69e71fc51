export { canonicalJson } from '../canonical-json.ts'

/**
 * The published format of the evidence that travels in a sealed document as `evidence.json`. A verifier needs nothing
 * else of ours. The file is canonical JSON in UTF-8.
 */
export const evidenceFormat = 'sealane-evidence/1'

/** The name of the file in the document. */
export const evidenceName = 'evidence.json'

/** How long a seal can be proved: with a timestamp (B-T), with what shows its certificates good (B-LT), renewed for decades (B-LTA). */
export const sealLevels = ['B-T', 'B-LT', 'B-LTA'] as const
export type SealLevel = (typeof sealLevels)[number]

/** What shows which value a commitment stands for: SHA-256 over the salt's bytes and the value in canonical JSON. */
export type EvidenceOpening = { salt: string; value: unknown }

/** A row of the trail as a leaf of the organization's log. */
export type EvidenceEntry = {
  /** The number of the leaf, from 0. */
  leaf: number
  /** The hashes beside its way to the root of the checkpoint, from the leaf up, in base64. */
  proof: string[]
  /** The bytes of the leaf: the row in canonical JSON. */
  entry: string
  /** The row, when it is too long for a leaf, which then holds the row's hash in the chain: `{"row_sha256":"<hex>"}`. */
  row?: string
  /** By the path of the member that stands in the row as a commitment: `actor.ipAddress`, `data.name`, `data.fields.city`. */
  openings: Record<string, EvidenceOpening>
}

/**
 * What an entry says, once it is read. `occurred_at` is ISO 8601 in UTC. The rows of a trail are a chain: the hash of each is
 * SHA-256 over the hash of the one before (32 zero bytes for the first) and the row in canonical JSON.
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
  /** The level that the seal aims at. A document with less was tampered with. */
  level: SealLevel
  /** The name of the log. */
  origin: string
  organization: { id: string; name: string }
  /** `source_sha256` is the hash, in hex, of what the signers were shown. */
  agreement: { id: string; title: string; source_sha256: string }
  link: string
  submission: string
  trail: {
    /** The signed head of the log (C2SP tlog-checkpoint), with what witnesses have signed on it. */
    checkpoint: string
    /** All rows of the submission's trail before its end, by sequence from 1. */
    entries: EvidenceEntry[]
  }
}
