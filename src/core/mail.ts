import type { Language, LetterCode, LetterParams } from '../texts/index.ts'

/** A message to people: its code, its params and its language. The words are in src/texts. */
export type Mail = {
  to: readonly string[]
  letter: LetterCode
  params: object
  language: Language
  /** The attachments. */
  files?: readonly MailFile[]
}

export type MailFile = { name: string; type: string; bytes: Buffer }

/** A message by its code, with typed params. */
export function mail<Code extends LetterCode>(
  to: readonly string[],
  letter: Code,
  params: LetterParams<Code>,
  language: Language = 'en',
): Mail {
  return { to, letter, params, language }
}

/** Hands a message to the mail server, and throws when it is refused. Implemented by adapters/mail. */
export type SendMail = (mail: Mail) => Promise<void>

const lineLength = 68

/**
 * The words of a stranger for a mail of this server: every line is marked and too short to wrap, without control
 * characters and without a clickable address.
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
