import type { Language, LetterCode, LetterParams } from '../texts/index.ts'

/** A message to people: which, what it is written with, and in which language. Its words stand in src/texts. */
export type Mail = {
  to: readonly string[]
  letter: LetterCode
  params: object
  language: Language
  /** What comes with it. */
  files?: readonly MailFile[]
}

export type MailFile = { name: string; type: string; bytes: Buffer }

/** A message by its code, with what it is written with. */
export function mail<Code extends LetterCode>(
  to: readonly string[],
  letter: Code,
  params: LetterParams<Code>,
  language: Language = 'en',
): Mail {
  return { to, letter, params, language }
}

/** Hands a message to the mail server; throws when it was not taken. Implemented by adapters/mail. */
export type SendMail = (mail: Mail) => Promise<void>

const lineLength = 68

/**
 * Words of a stranger as they stand in a mail of ours: each line marked, short enough that nothing wraps it, without what
 * could begin a line of its own, and without an address that a reader could click.
 */
export function quoteStranger(text: string, maxLength: number): string[] {
  const plain = text
    .slice(0, maxLength * 4)
    .replaceAll(/[\p{C}\p{Z}\s]+/gu, ' ')
    .trim()
  const clean = plain.replaceAll(/:\/+/g, ': ').replaceAll(/\bwww\./gi, 'www ')
  const letters = [...clean].slice(0, maxLength)
  const count = Math.ceil(letters.length / lineLength)
  return Array.from({ length: count }, (_, n) => `  > ${letters.slice(n * lineLength, (n + 1) * lineLength).join('')}`)
}
