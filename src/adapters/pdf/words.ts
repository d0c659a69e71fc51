import { isLanguage, type Language, texts } from '../../texts/index.ts'

/** The words of a document besides its text. */
export type Words = (typeof texts)['en']['document']

/** Our language for a tag, else English. */
export function spokenOf(tag = 'en'): Language {
  return isLanguage(tag) ? tag : 'en'
}

/** The words of a document besides its text, in a language. */
export function wordsOf(language: Language): Words {
  return texts[language].document
}

/** A verification in words: its type, and its state. */
export function sayVerification(
  language: Language,
  verification: { type: string; status: string; result: string | null },
): string[] {
  const { types, statuses, results } = texts[language].verifications
  const say = (words: Record<string, string>, word: string) => words[word] ?? word
  const result = verification.result === null ? wordsOf(language).proofs.no_result : say(results, verification.result)
  return [say(types, verification.type), say(statuses, verification.status), result]
}
