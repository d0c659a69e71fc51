import type { AgreementDocument } from './model.ts'
import { parseAgreement } from './parse.ts'

/** The sources of all kept documents together have at most this many characters. */
const mostCharacters = 2 * 1024 * 1024
const kept = new Map<string, AgreementDocument>()
let characters = 0

/**
 * The document of an accepted source. Keeps the most recently used documents, so that a page that is shown again is not
 * parsed again.
 * Throws what parseAgreement throws.
 */
export function readAgreement(source: string): AgreementDocument {
  const known = kept.get(source)
  const document = known ?? parseAgreement(source)
  if (known) kept.delete(source)
  else characters += source.length
  kept.set(source, document)
  for (const oldest of kept.keys()) {
    if (characters <= mostCharacters) break
    kept.delete(oldest)
    characters -= oldest.length
  }
  return document
}
