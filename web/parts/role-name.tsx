import { useWords } from '../app/language.tsx'
import { roles as en } from '../texts/en/roles.ts'
import { roles as fr } from '../texts/fr/roles.ts'

/** Names roles for the reader: the built-in ones in their language, the organization's own by their own names. */
export function useRoleNames(): (name: string) => string {
  const { builtinNames } = useWords({ en, fr })
  return (name) => (Object.hasOwn(builtinNames, name) ? (builtinNames[name] ?? name) : name)
}

export function RoleName({ of: name }: { of: string }) {
  return useRoleNames()(name)
}
