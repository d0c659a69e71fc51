import { type Fault, fault, invalid } from '../errors.ts'
import { findForbidden } from '../text.ts'
import { sha256 } from '../vault.ts'
import type { Json } from './verification.ts'

const largest = 16_384
const mostMembers = 100

/**
 * The faults of metadata: a JSON object of at most 100 members and 16 KiB, whose texts follow the rules of the guide.
 */
export function checkMetadata(metadata: Json): Fault[] {
  let isClean = true
  const text = JSON.stringify(metadata, (key, value) => {
    isClean &&= isAllowed(key) && (typeof value !== 'string' || isAllowed(value))
    return value
  })
  const faults: Fault[] = []
  const path = ['metadata']
  if (Buffer.byteLength(text) > largest) faults.push(fault(path, 'metadata_bytes', { most: largest }))
  if (Object.keys(metadata).length > mostMembers) faults.push(fault(path, 'metadata_members', { most: mostMembers }))
  if (!isClean) faults.push(fault(path, 'metadata_text'))
  return faults
}

/**
 * The index entries of metadata. Members that are equal as text have equal entries, so "30" finds both the text and the
 * number 30. Each value of a list has an entry; objects have none.
 */
export function pairsOf(metadata: Json): string[] {
  const members = Object.entries(metadata).flatMap(([key, values]) => [values].flat().map((value) => ({ key, value })))
  const plain = members.filter(({ value }) => value === null || typeof value !== 'object')
  return [...new Set(plain.map(({ key, value }) => pairOf(key, value)))]
}

/** The index entries that a filter asks for. Throws `validation_failed` for lists and objects. */
export function askedPairs(asked: Json): string[] {
  return Object.entries(asked).map(([key, value]) => {
    const isScalar = value === null || ['string', 'number', 'boolean'].includes(typeof value)
    if (isScalar && isAllowed(key) && isAllowed(String(value))) return pairOf(key, value)
    throw invalid([fault(['metadata', key], 'metadata_value')])
  })
}

function pairOf(key: string, value: unknown): string {
  const hex = sha256(JSON.stringify([key, value === null ? null : String(value)])).toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`
}

function isAllowed(text: string): boolean {
  return findForbidden(text, true) === null
}
