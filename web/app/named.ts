import { parts as en } from '../texts/en/parts.ts'
import { parts as fr } from '../texts/fr/parts.ts'
import { useWords } from './language.tsx'

/** Joins a name with what is said of it, by a colon as the person's language writes it. */
export function useNamed(): (name: string, said: string) => string {
  return useWords({ en, fr }).named
}
