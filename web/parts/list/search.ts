import { getRouteApi, useNavigate } from '@tanstack/react-router'

const root = getRouteApi('__root__')

export type Words = Record<string, string | undefined>

/** The query of the address as plain words, and a way to change it without a step in the history. */
export function useAddressWords(): [Words, (changes: Words) => void] {
  const words = root.useSearch()
  const navigate = useNavigate()
  const change = (changes: Words) =>
    void navigate({ to: '.', search: (old: Words) => ({ ...old, ...changes }), replace: true, resetScroll: false })
  return [words, change]
}
