import { createContext, useContext, useLayoutEffect } from 'react'

/** Tells the surrounding `Together` that a part of it waits, until the caller calls the returned function. */
export const BeginContext = createContext<(() => () => void) | null>(null)

/** Returns the request. A surrounding `Together` is not shown before the caller has drawn the first answer. */
export function useAwaited<Asked extends { isLoading: boolean }>(asked: Asked): Asked {
  const begin = useContext(BeginContext)
  const { isLoading } = asked
  // A layout effect, so that a part that draws its answer ends its waiting in the same drawing.
  useLayoutEffect(() => (isLoading ? begin?.() : undefined), [isLoading, begin])
  return asked
}
