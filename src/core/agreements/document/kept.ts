import type { AgreementDocument } from './model.ts'
import { parseAgreement } from './parse.ts'

/** So many characters of sources, so that what was made of them stays small beside everything else. */
const mostCharacters = 2 * 1024 * 1024
const kept = new Map<string, AgreementDocument>()
let characters = 0

/**
 * The document of a source that was accepted once. A page that is shown again, to the same person or another, is not
 * parsed again: those that were used last are kept.
 * @throws {DocumentError} as parseAgreement
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
