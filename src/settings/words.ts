import { quote } from './kinds.ts'

/** The sender of mails: an address, with or without a name. */
export function parseMailbox(text: string): string {
  const [, quoted, plain, address = text] = /^(?:"([^"\\]*)"|([^"<>]*?))\s*<([^<>]*)>$/.exec(text) ?? []
  const name = quoted ?? plain ?? ''
  const isAddress = /^[^\s@<>(),:;"\\[\]]{1,64}@[^\s@<>(),:;"\\[\]]+$/.test(address) && address.length <= 254
  if (!isAddress || hasControl(text)) {
    throw new Error(`must be an address like "Acme <no-reply@acme.example>", not ${quote(text)}`)
  }
  if (quoted === undefined && /[(),:;@[\]\\.]/.test(name)) {
    throw new Error(`must have its name in quotes, because it has more than words: "${name}" <${address}>`)
  }
  return text
}

/** The master key as 64 hex digits. */
export function parseKey(text: string): string {
  if (/^[0-9a-f]{64}$/i.test(text)) return text
  throw new Error('must be 64 hex digits; `openssl rand -hex 32` makes new ones')
}

/** A token for a header. */
export function parseToken(text: string): string {
  if (/^[\x21-\x7e]+$/.test(text)) return text
  throw new Error('must be letters, digits and signs without spaces; `openssl rand -hex 32` makes one')
}

/** A path of a folder. */
export function parseFolder(text: string): string {
  if (hasControl(text)) throw new Error('must be a path, without control characters')
  if (/^~/.test(text)) throw new Error(`must be a whole path, because ~ is not expanded; not ${quote(text)}`)
  return text
}

/** A program and its arguments, separated by spaces. */
export function parseCommand(text: string): string {
  if (hasControl(text)) throw new Error('must be a program and its arguments, without control characters')
  return text.trim().replace(/ +/g, ' ')
}

/** A program and its arguments: separated by spaces, or a JSON array for arguments that hold spaces. */
export function parseWords(text: string): string {
  splitWords(text)
  return text.trim()
}

/** The program and its arguments that parseWords has taken. */
export function splitWords(text: string): string[] {
  const words = text.trim().startsWith('[') ? readArray(text) : parseCommand(text).split(' ')
  if (words.every((word) => !hasControl(word)) && words[0]?.trim()) return words
  throw new Error('must be a program and its arguments, or a JSON array of them, without control characters')
}

function readArray(text: string): string[] {
  const none: string[] = []
  try {
    const found: unknown = JSON.parse(text)
    return Array.isArray(found) && found.every((word) => typeof word === 'string') ? found : none
  } catch {
    return none
  }
}

/** A witness: its verifier key, and the URL before `/add-checkpoint`. */
export function parseWitness(text: string): string {
  const parts = /^([^\s+]+\+[\da-f]{8}\+[A-Za-z\d+/]+=*) +(https?:\/\/[^\s]+?)\/*$/.exec(text)
  if (parts) return `${parts[1]} ${parts[2]}`
  throw new Error(`takes witnesses as \`<name>+<key id>+<key> <address>\`, not ${quote(text)}`)
}

function hasControl(text: string): boolean {
  return /\p{Cc}/u.test(text)
}
