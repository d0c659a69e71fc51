import { createContext, useContext, useLayoutEffect } from 'react'

/** Tells the `Together` around it that somebody in it waits, until what this answers is called. */
export const BeginContext = createContext<(() => () => void) | null>(null)

/** What was asked. A `Together` around the caller is not shown before the caller has drawn the first answer. */
export function useAwaited<Asked extends { isLoading: boolean }>(asked: Asked): Asked {
  const begin = useContext(BeginContext)
  const { isLoading } = asked
  // An effect of the layout: whoever is drawn with the answer has ended its waiting in the same drawing.
  useLayoutEffect(() => (isLoading ? begin?.() : undefined), [isLoading, begin])
  return asked
}
