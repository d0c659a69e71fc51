import { isLanguage, type Language, texts } from '../../texts/index.ts'

export type Words = (typeof texts)['en']['document']

/** The document's language for a tag: English or French; English for any other. */
export function spokenOf(tag = 'en'): Language {
  return isLanguage(tag) ? tag : 'en'
}

/** The words of a document besides its text. */
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
