import { Type } from 'typebox'
import type { ShapeFault } from '../shape-fault.ts'

/** The filter `verification_metadata`: a JSON object, as the guide writes it in the query. */
export const metadataQuery = Type.Optional(
  Type.String({
    maxLength: 4_000,
    contentMediaType: 'application/json',
    description:
      'JSON object of metadata fields. All of them must be equal (AND); values are compared as text, so "30" finds 30.',
    examples: ['{"internal_id":"123","internal_name":"John Doe"}'],
  }),
)

/** The fields that a text asks for, which findMetadataQueryFaults has passed; undefined without one. */
export function readMetadata(text: string | undefined): Record<string, unknown> | undefined {
  const value = text === undefined ? undefined : parseJson(text)
  return isObject(value) ? value : undefined
}

/** What of the filter is no JSON object of texts, numbers, booleans and nulls. */
export function findMetadataQueryFaults(text: string | undefined): ShapeFault[] {
  if (text === undefined) return []
  const value = parseJson(text)
  return isObject(value) ? valueFaults(value) : [fault([], 'Send a JSON object, such as {"internal_id":"123"}.')]
}

function valueFaults(value: Record<string, unknown>) {
  return Object.entries(value).flatMap(([name, member]) =>
    member !== null && typeof member === 'object'
      ? [fault([name], 'Ask for a text, a number, true, false or null.')]
      : [],
  )
}

function fault(path: string[], message: string) {
  return { path: ['verification_metadata', ...path], rule: 'json_object', message }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
