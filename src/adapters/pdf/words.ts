import { isLanguage, type Language, texts } from '../../texts/index.ts'

/** The words that a document adds to its text. */
export type Words = (typeof texts)['en']['document']

/** The language of ours that a tag names, else English. */
export function spokenOf(tag = 'en'): Language {
  return isLanguage(tag) ? tag : 'en'
}

/** The words that a document adds to its text, in a language. */
export function wordsOf(language: Language): Words {
  return texts[language].document
}

/** How a check of a person is told: what was checked, and how it stands. */
export function sayCheck(language: Language, check: { type: string; status: string; result: string | null }): string[] {
  const { types, statuses, results } = texts[language].checks
  const say = (words: Record<string, string>, word: string) => words[word] ?? word
  const result = check.result === null ? wordsOf(language).proofs.no_result : say(results, check.result)
  return [say(types, check.type), say(statuses, check.status), result]
}
