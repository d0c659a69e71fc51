import { useEffect, useState } from 'react'
import { type ErrorObject, JsonApiError } from '../../clients/jsonapi/src/index.ts'
import { useAwaited } from '../parts/awaited.ts'
import { useLanguage, wishedLanguage } from './language.tsx'

/** What the API says, with the name and the values by which it is said in another language. */
type Told = { detail: string; sentence?: string; values?: object }

/**
 * What was told in the person's language. The API says everything in English; its sentences in French are loaded when
 * there is something to say.
 */
export async function inOwnWords<Said extends Told>(told: readonly Said[]): Promise<Said[]> {
  if (wishedLanguage() === 'en' || told.length === 0) return [...told]
  // Without a connection they cannot be loaded, and English says more than nothing.
  const french = await import('../texts/fr/sentences.ts').catch(() => null)
  return told.map((one) => {
    const { sentence = '', values = {} } = one
    return { ...one, detail: french?.sayInFrench(sentence, values) ?? one.detail }
  })
}

/** The same for a page: nothing until the sentences are there. `told` must stay the same from one drawing to the next. */
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
