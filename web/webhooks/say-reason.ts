import { attempts } from '../../src/texts/fr/attempts.ts'
import { sayBy } from '../../src/texts/speech.ts'
import { useLanguage } from '../app/language.tsx'

type Reason = { sentence: string; values: object } | null

/**
 * The reason of a failed attempt in the person's language, by the name of the sentence, or else in the API's English.
 */
export function useSayReason(): (reason: Reason, english: string | null) => string | null {
  const { language } = useLanguage()
  return (reason, english) => {
    const code = reason?.sentence.replace(/^attempts\./, '') ?? ''
    if (language === 'en' || !reason || !Object.hasOwn(attempts, code)) return english
    return sayBy(attempts, { code, params: reason.values })
  }
}
