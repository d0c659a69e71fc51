import { domainToASCII } from 'node:url'
import { type Fault, fault } from './errors.ts'
import { checkText } from './text.ts'

/** RFC 5321, section 4.5.3.1.3. */
export const longestEmail = 254

// The part before the @: letters, digits and signs of any script (RFC 6531). Quoted parts are rare and not supported.
const localPart = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-][\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]*$/u
const label = /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/i

/**
 * The faults of an e-mail address (RFC 5321, 5322, 6531): whether a message could be sent to it, judged by its form.
 */
export function checkEmail(path: string[], email: string): Fault[] {
  const text = checkText(path, email, { maxLength: longestEmail, minLength: 1 })
  if (text.length > 0 || isEmail(email)) return text
  return [fault(path, 'email', { value: email })]
}

/** Whether a text has the form of an e-mail address. */
export function isEmail(text: string): boolean {
  const at = text.lastIndexOf('@')
  const [local, domain] = [text.slice(0, at), text.slice(at + 1)]
  if (at < 1 || text.length > longestEmail || /\p{Default_Ignorable_Code_Point}/u.test(text)) return false
  return Buffer.byteLength(local) <= 64 && local.split('.').every((part) => localPart.test(part)) && isDomain(domain)
}

function isDomain(text: string): boolean {
  // Only letters, digits, dots and hyphens. domainToASCII turns other characters (spaces, percent signs, IP numbers)
  // into domains that nobody meant.
  if (!/^[\p{L}\p{M}\p{N}.-]+$/u.test(text)) return false
  const labels = domainToASCII(text).split('.')
  return labels.length > 1 && labels.every((part) => label.test(part)) && !/^\d+$/.test(labels.at(-1) ?? '')
}

/**
 * The form in which addresses are compared. Case, surrounding spaces and the encoding of letters and domains do not
 * count (`bücher.example` is `xn--bcher-kva.example`). Dots and text after a plus sign count, because only the
 * mailbox's server knows their meaning (RFC 5321, section 2.3.11; docs/decisions/0064).
 */
export function foldAddress(address: string): string {
  const text = address.trim().normalize('NFC').toLowerCase()
  const at = text.lastIndexOf('@')
  const domain = text.slice(at + 1)
  return at < 0 ? text : `${text.slice(0, at + 1)}${domainToASCII(domain) || domain}`
}
