/** A message in plain text. */
export type Mail = { to: readonly string[]; subject: string; text: string }

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
