import type { Context } from '../context.ts'
import { checkEmail } from '../email.ts'
import { type Fault, fault } from '../errors.ts'
import type { Id } from '../ids.ts'
import { checkText } from '../text.ts'

/** Who gets in by a link: everybody, who has the passcode, or who gets mail at one of its recipients. */
export const authModes = ['PUBLIC', 'PASSCODE', 'EMAILS'] as const
export type AuthMode = (typeof authModes)[number]

/** What is given of the ways in by a link. Members left out stay as they are. */
export type WaysIn = {
  authMode?: AuthMode
  passcode?: string
  /** Addresses, or all of a domain: `@example.com`. */
  recipients?: string[]
  /** Whether an address gets one submission only. */
  oncePerEmail?: boolean
  /** With it, the parameters of an address of the link must be signed; null ends that. */
  parameterSecret?: string | null
}

export const mostRecipients = 1_000
export const passcodeLengths = [6, 100] as const
export const secretLengths = [32, 200] as const

/** What of the ways in is kept. */
type Kept = { auth_mode: AuthMode; passcode_mark: Buffer | null; recipients: Buffer | null }

/**
 * Every fault of the ways in that are given, beside what is kept: a mode without what it needs too.
 */
export function findWayFaults(given: WaysIn, kept?: Kept): Fault[] {
  const { passcode, recipients, parameterSecret, authMode = kept?.auth_mode } = given
  const faults = [
    ...(passcode === undefined ? [] : checkLength(['passcode'], passcode, passcodeLengths)),
    ...(typeof parameterSecret === 'string' ? checkLength(['parameterSecret'], parameterSecret, secretLengths) : []),
    ...checkRecipients(recipients ?? []),
  ]
  if (faults.length > 0) return faults
  if (authMode === 'PASSCODE' && passcode === undefined && !kept?.passcode_mark)
    return [fault(['passcode'], 'passcode_needed')]
  const isNobody = recipients ? recipients.length === 0 : !kept?.recipients
  return authMode === 'EMAILS' && isNobody ? [fault(['recipients'], 'recipients_needed')] : []
}

function checkLength(path: string[], text: string, [least, most]: readonly [number, number]): Fault[] {
  const faults = checkText(path, text, { maxLength: most, minLength: 1 })
  return faults.length > 0 || text.length >= least ? faults : [fault(path, 'shortest', { least })]
}

function checkRecipients(recipients: string[]): Fault[] {
  if (recipients.length > mostRecipients)
    return [fault(['recipients'], 'max_items', { most: mostRecipients, value: recipients.length })]
  // A domain is judged by the address of somebody there.
  return recipients.flatMap((one, at) =>
    checkEmail(['recipients', String(at)], one.startsWith('@') ? `a${one}` : one).map((found) => ({
      ...found,
      value: one,
    })),
  )
}

/** The columns of what is given. */
export function columnsOf({ vault }: Pick<Context, 'vault'>, linkId: Id, given: WaysIn) {
  const { authMode, passcode, recipients, oncePerEmail, parameterSecret } = given
  const list = recipients && [...new Set(recipients.map(fold))]
  return {
    ...(authMode && { auth_mode: authMode }),
    ...(passcode !== undefined && { passcode_mark: markPasscode(vault, linkId, passcode) }),
    ...(list && { recipients: list.length > 0 ? vault.seal(purpose('recipients', linkId), jsonOf(list)) : null }),
    ...(oncePerEmail !== undefined && { once_per_email: oncePerEmail }),
    ...(parameterSecret !== undefined && {
      parameter_secret:
        parameterSecret === null ? null : vault.seal(purpose('parameters', linkId), Buffer.from(parameterSecret)),
    }),
  }
}

/** What of the ways in stands in the trail: no secret, and of people only how many. */
export function tellWays({ passcode, recipients, parameterSecret, ...plain }: WaysIn): Record<string, unknown> {
  return {
    ...plain,
    ...(passcode !== undefined && { passcode: 'changed' }),
    ...(recipients && { recipients: recipients.length }),
    ...(parameterSecret !== undefined && { parametersAreSigned: parameterSecret !== null }),
  }
}

/** The recipients of a link, as they are kept. */
export function openRecipients({ vault }: Pick<Context, 'vault'>, linkId: Id, sealed: Buffer | null): string[] {
  const list: unknown = sealed ? JSON.parse(vault.open(purpose('recipients', linkId), sealed).toString()) : []
  return Array.isArray(list) ? list.map(String) : []
}

/** Whether an address is one of the recipients, or of a domain among them. */
export function isRecipient(recipients: readonly string[], address: string): boolean {
  const one = fold(address)
  return recipients.includes(one) || recipients.includes(one.slice(one.lastIndexOf('@')))
}

/** The secret that signs the parameters of a link's address. */
export function openParameterSecret({ vault }: Pick<Context, 'vault'>, linkId: Id, sealed: Buffer): Buffer {
  return vault.open(purpose('parameters', linkId), sealed)
}

/** A passcode as it is kept. White space around it is debris of copying. */
export function markPasscode(vault: Context['vault'], linkId: Id, passcode: string): Buffer {
  return vault.mark(purpose('passcode', linkId), passcode.trim())
}

/** An address as it is kept where it is only compared. */
export function markAddress({ vault }: Pick<Context, 'vault'>, linkId: Id, address: string): Buffer {
  return vault.mark(purpose('address', linkId), fold(address))
}

function fold(address: string): string {
  return address.trim().toLowerCase()
}

function jsonOf(list: string[]): Buffer {
  return Buffer.from(JSON.stringify(list))
}

function purpose(what: string, linkId: Id): string {
  return `agreement link ${what} ${linkId}`
}
