import { type Fault, invalid } from '../errors.ts'
import { findForbidden } from '../text.ts'
import type { Json } from './verification.ts'

const largest = 16_384

/** The rules of metadata: a JSON object of at most 16 KiB, with the text rules of the guide inside. */
export function checkMetadata(metadata: Json): Fault[] {
  let isClean = true
  const text = JSON.stringify(metadata, (key, value) => {
    isClean &&= isAllowed(key) && (typeof value !== 'string' || isAllowed(value))
    return value
  })
  const faults: Fault[] = []
  const add = (rule: string, message: string) => faults.push({ path: ['metadata'], rule, message })
  if (Buffer.byteLength(text) > largest) add('length', `Metadata may take ${largest} bytes, not more.`)
  if (!isClean) add('text', 'Metadata must not hold control characters or other characters that are not text.')
  return faults
}

/**
 * The JSON values that a value asked for is equal to as text: `"30"` finds the text "30" and the number 30. Throws
 * `validation_failed` for what has no such text (an object, a list).
 */
export function equalValues(key: string, asked: unknown): unknown[] {
  if (asked === null || typeof asked === 'boolean' || typeof asked === 'number' || typeof asked === 'string') {
    const text = asked === null ? null : String(asked)
    if (isAllowed(key) && isAllowed(text ?? '')) return text === null ? [null] : [text, ...valueOfText(text)]
  }
  const message = 'Ask for a text without control characters, a number, true, false or null.'
  throw invalid([{ path: ['metadata', key], rule: 'type', message }])
}

function valueOfText(text: string): unknown[] {
  if (text === 'true' || text === 'false') return [text === 'true']
  const number = Number(text)
  return Number.isFinite(number) && String(number) === text ? [number] : []
}

function isAllowed(text: string): boolean {
  return findForbidden(text, true) === null
}
