import { parts as en } from '../texts/en/parts.ts'
import { parts as fr } from '../texts/fr/parts.ts'
import { useWords } from './language.tsx'

/** Joins a name and a description by a colon, in the form of the person's language. */
export function useNamed(): (name: string, said: string) => string {
  return useWords({ en, fr }).named
}
