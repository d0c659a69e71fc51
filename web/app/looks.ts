import { useMantineColorScheme } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { askAuth } from './auth.ts'
import { type Language, useLanguage } from './language.tsx'
import { sessionQuery, useSession } from './session.ts'

type Scheme = 'auto' | 'light' | 'dark'
export type Looks = { language: Language | null; scheme: Scheme }

/** Gives the pages of this device the language and the look that the person has chosen on any device. */
export function useOwnLooks(): void {
  const { language, scheme } = useSession().user
  const { choose } = useLanguage()
  const { setColorScheme } = useMantineColorScheme({ keepTransitions: true })
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is chosen here goes before what was read until it is read anew.
  useEffect(() => {
    if (language !== null) choose(language)
    if (scheme !== null) setColorScheme(scheme)
  }, [language, scheme])
}

/** The person's language and look, and the function that sets them for every device. */
export function useLooks() {
  const { name, language: kept, scheme } = useSession().user
  const { language, choose } = useLanguage()
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true })
  const client = useQueryClient()
  const keep = async (own: string, looks: Looks) => {
    const body = { name: own, language: looks.language ?? 'browser', scheme: nameOf(looks.scheme) }
    await askAuth('/profile', { body })
    await client.invalidateQueries({ queryKey: sessionQuery.queryKey })
  }
  const show = (looks: Looks) => {
    choose(looks.language)
    setColorScheme(looks.scheme)
  }
  const chosen: Looks = { language: kept, scheme: scheme ?? 'auto' }
  // Without a connection, the choice applies only to this device.
  const set = (looks: Partial<Looks>) => void keep(name, { ...chosen, ...looks }).catch(() => {})
  return {
    ...{ chosen, keep, show, language, scheme: colorScheme },
    chooseLanguage(wished: Language) {
      choose(wished)
      set({ language: wished })
    },
    chooseScheme(wished: Scheme) {
      setColorScheme(wished)
      set({ scheme: wished })
    },
  }
}

const nameOf = (scheme: Scheme) => (scheme === 'auto' ? 'browser' : scheme)
