import { formatId, type IdKind, isIdKind } from '../core/ids.ts'

// Members with the customer's own data, which stay unchanged.
const foreign = new Set(['metadata', 'fields'])

/**
 * Writes the keys in a kept record (trail, event log, details of verifications) as public ids. Keys are in members like
 * `webhookId`, and in actors, which have a `kind` and an `id`. Other members stay unchanged.
 */
export function showPublicIds(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(showPublicIds)
  const { kind } = { kind: undefined, ...value }
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      const of = name === 'id' ? kindOf(kind) : kindOf(nounOf(name))
      if (of && typeof member === 'string') return [name, formatId(of, member)]
      return [name, foreign.has(name) ? member : showPublicIds(member)]
    }),
  )
}

/** The public id of a thing in the trail. `kind` is its kind as a word. */
export function showPublicId(kind: string, id: string): string | null {
  const known = kindOf(kind)
  return known ? formatId(known, id) : null
}

function kindOf(word: unknown): IdKind | null {
  return typeof word === 'string' && isIdKind(word) ? word : null
}

// For example, `agreementLinkId` is the id of an agreement_link.
function nounOf(name: string): string | null {
  return name.endsWith('Id') ? name.slice(0, -2).replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`) : null
}
