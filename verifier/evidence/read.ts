import { canonicalJson, type EvidenceFile, evidenceFormat, sealLevels } from '../../src/core/evidence/format.ts'
import { Disproved } from '../disproved.ts'
import { isAnything, isCount, isListOf, isMaybe, isObjectOf, isOneOf, isRecordOf, isText, isTextLike } from './shape.ts'

const isHash = isTextLike(/^[\da-f]{64}$/)

const isOpening = isObjectOf<EvidenceFile['trail']['entries'][number]['openings'][string]>({
  salt: isTextLike(/^[\da-f]{32}$/),
  value: isAnything,
})

const isEntry = isObjectOf<EvidenceFile['trail']['entries'][number]>({
  leaf: isCount,
  proof: isListOf(isText),
  entry: isText,
  row: isMaybe(isText),
  openings: isRecordOf(isOpening),
})

const isEvidence = isObjectOf<EvidenceFile>({
  format: isOneOf([evidenceFormat]),
  level: isOneOf(sealLevels),
  origin: isText,
  organization: isObjectOf<EvidenceFile['organization']>({ id: isText, name: isText }),
  agreement: isObjectOf<EvidenceFile['agreement']>({ id: isText, title: isText, source_sha256: isHash }),
  link: isText,
  submission: isText,
  trail: isObjectOf<EvidenceFile['trail']>({ checkpoint: isText, entries: isListOf(isEntry) }),
})

const mostDeep = 64

/** Parses the evidence of a document. Throws Disproved for any form but the published one. */
export function readEvidence(bytes: Uint8Array): EvidenceFile {
  const value = readCanonical(bytes)
  if (!isEvidence(value)) throw new Disproved('evidence_form')
  return value
}

function readCanonical(bytes: Uint8Array): unknown {
  try {
    return readJson(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch {
    throw new Disproved('evidence_form')
  }
}

/**
 * Parses canonical JSON. Throws for any other form: white space, unsorted or repeated members, other notations of
 * numbers.
 */
export function readJson(text: string): unknown {
  const value: unknown = JSON.parse(text)
  if (depthOf(value) > mostDeep || canonicalJson(value) !== text) throw new Error('This is no canonical JSON.')
  return value
}

function depthOf(value: unknown, depth = 0): number {
  if (typeof value !== 'object' || value === null || depth > mostDeep) return depth
  return Object.values(value).reduce<number>((most, one) => Math.max(most, depthOf(one, depth + 1)), depth)
}
