import { useState } from 'react'

/** The action of a button, and its error. */
export function useAct<Input>(perform: (input: Input) => Promise<unknown>): {
  act(input: Input): Promise<void>
  error: unknown
} {
  const [error, setError] = useState<unknown>(null)
  const act = async (input: Input) => {
    setError(null)
    await perform(input).catch(setError)
  }
  return { act, error }
}
