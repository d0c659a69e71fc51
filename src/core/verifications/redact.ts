import type { HarmlessMembers } from './provider.ts'
import type { Json } from './verification.ts'

/**
 * A provider's payload with ids, codes, labels, times and scores only (reference, sections 5.9 and 9). Drops members
 * that the provider does not call harmless, and any text with nine digits in a row.
 */
export function redactPayload(payload: Json, harmless: HarmlessMembers): Json {
  return Object.fromEntries(
    Object.entries(payload).flatMap(([key, value]) => {
      const kept = redactMember(key, value, harmless)
      return kept === undefined ? [] : [[key, kept]]
    }),
  )
}

function redactMember(key: string, value: unknown, harmless: HarmlessMembers): unknown {
  if (harmless.isNested(key)) return redactNested(value, harmless)
  return harmless.isValue(key) ? redactPlain(value) : undefined
}

function redactNested(value: unknown, harmless: HarmlessMembers): unknown {
  if (Array.isArray(value)) return value.filter(isObject).map((member) => redactPayload(member, harmless))
  return isObject(value) ? redactPayload(value, harmless) : redactPlain(value)
}

function redactPlain(value: unknown): unknown {
  if (value === null || typeof value === 'boolean') return value
  // Scores and years are short. A long number may be personal.
  if (typeof value === 'number') return String(value).length <= 8 ? value : undefined
  if (typeof value !== 'string' || value.length > 200) return undefined
  return /(^|[^0-9a-f-])\d{3}[- ]?\d{2}[- ]?\d{4}($|[^0-9a-f-])/i.test(value) ? undefined : value
}

function isObject(value: unknown): value is Json {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}
