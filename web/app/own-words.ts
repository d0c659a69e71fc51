import { useEffect, useState } from 'react'
import { type ErrorObject, JsonApiError } from '../../clients/jsonapi/src/index.ts'
import { useAwaited } from '../parts/awaited.ts'
import { useLanguage, wishedLanguage } from './language.tsx'

/** A sentence of the API, with its name and values for other languages. */
type Told = { detail: string; sentence?: string; values?: object }

/**
 * Sentences in the person's language. The API writes them in English. The French ones load when they are first needed.
 */
export async function inOwnWords<Said extends Told>(told: readonly Said[]): Promise<Said[]> {
  if (wishedLanguage() === 'en' || told.length === 0) return [...told]
  // Without a connection the French sentences cannot load, and English is better than nothing.
  const french = await import('../texts/fr/sentences.ts').catch(() => null)
  return told.map((one) => {
    const { sentence = '', values = {} } = one
    return { ...one, detail: french?.sayInFrench(sentence, values) ?? one.detail }
  })
}

/**
 * The same for a page. It returns nothing until the sentences are there. `told` must stay the same between drawings.
 */
export function useOwnWords<Said extends Told>(told: readonly Said[]): readonly Said[] {
  const { language } = useLanguage()
  const [said, setSaid] = useState<readonly Said[] | null>(null)
  useAwaited({ isLoading: said === null })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the wished language is read anew when it changes.
  useEffect(() => {
    let isGone = false
    void inOwnWords(told).then((own) => isGone || setSaid(own))
    return () => {
      isGone = true
    }
  }, [told, language])
  return said ?? []
}

/** An error whose sentences are in the person's language. */
export async function errorInOwnWords(error: unknown): Promise<unknown> {
  if (!(error instanceof JsonApiError)) return error
  const errors = await inOwnWords(error.errors.map(withSentence))
  return new JsonApiError(error.status, errors, error.requestId)
}

function withSentence(error: ErrorObject): ErrorObject & Told {
  const { sentence, values } = error.meta ?? {}
  return sentence === undefined ? error : { ...error, sentence, values: values ?? {} }
}
