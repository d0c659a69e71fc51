import type { Context } from '../context.ts'
import { checkEmail, foldAddress } from '../email.ts'
import { type Fault, fault } from '../errors.ts'
import type { Id } from '../ids.ts'
import { checkText } from '../text.ts'

/** Who may enter by a link: everybody, people with the passcode, or people who get mail at one of its recipients. */
export const authModes = ['PUBLIC', 'PASSCODE', 'EMAILS'] as const
export type AuthMode = (typeof authModes)[number]

/** The settings that decide who may enter by a link. Omitted members stay. */
export type WaysIn = {
  authMode?: AuthMode
  passcode?: string
  /** Addresses, or all addresses of a domain: `@example.com`. */
  recipients?: string[]
  /** Whether each address may have only one submission. */
  oncePerEmail?: boolean
  /** The secret with which the parameters of the URL must be signed. Null ends that. */
  parameterSecret?: string | null
}

export const mostRecipients = 1_000
export const passcodeLengths = [6, 100] as const
export const secretLengths = [32, 200] as const

/** The stored columns of these settings. */
type Kept = { auth_mode: AuthMode; passcode_mark: Buffer | null; recipients: Buffer | null }

/**
 * The faults of these settings together with the stored ones. A mode without its passcode or recipients is a fault too.
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
  // A domain is judged as an address of that domain.
  return recipients.flatMap((one, at) =>
    checkEmail(['recipients', String(at)], one.startsWith('@') ? `a${one}` : one).map((found) => ({
      ...found,
      value: one,
    })),
  )
}

/** The columns for the given settings. */
export function columnsOf({ vault }: Pick<Context, 'vault'>, linkId: Id, given: WaysIn) {
  const { authMode, passcode, recipients, oncePerEmail, parameterSecret } = given
  const list = recipients && withoutRepeats(recipients)
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

/** The settings as the trail shows them: without secrets, and with the number of recipients only. */
export function tellWays({ passcode, recipients, parameterSecret, ...plain }: WaysIn): Record<string, unknown> {
  return {
    ...plain,
    ...(passcode !== undefined && { passcode: 'changed' }),
    ...(recipients && { recipients: recipients.length }),
    ...(parameterSecret !== undefined && { parametersAreSigned: parameterSecret !== null }),
  }
}

/** Opens the recipients of a link. */
export function openRecipients({ vault }: Pick<Context, 'vault'>, linkId: Id, sealed: Buffer | null): string[] {
  const list: unknown = sealed ? JSON.parse(vault.open(purpose('recipients', linkId), sealed).toString()) : []
  return Array.isArray(list) ? list.map(String) : []
}

/** Whether an address is a recipient, or belongs to a domain among them. */
export function isRecipient(recipients: readonly string[], address: string): boolean {
  const one = foldAddress(address)
  const known = recipients.map(foldAddress)
  return known.includes(one) || known.includes(one.slice(one.lastIndexOf('@')))
}

/** Opens the secret that signs the parameters of a link's URL. */
export function openParameterSecret({ vault }: Pick<Context, 'vault'>, linkId: Id, sealed: Buffer): Buffer {
  return vault.open(purpose('parameters', linkId), sealed)
}

/** A keyed hash of a passcode. Space around the passcode comes from copying and is ignored. */
export function markPasscode(vault: Context['vault'], linkId: Id, passcode: string): Buffer {
  return vault.mark(purpose('passcode', linkId), passcode.trim())
}

/** A keyed hash of an address that is only compared. */
export function markAddress({ vault }: Pick<Context, 'vault'>, linkId: Id, address: string): Buffer {
  return vault.mark(purpose('address', linkId), foldAddress(address))
}

/** The recipients as they are stored, without repeated addresses. */
function withoutRepeats(recipients: readonly string[]): string[] {
  const known = new Map(recipients.map((one) => [foldAddress(one), one.trim().toLowerCase()]))
  return [...known.values()]
}

function jsonOf(list: string[]): Buffer {
  return Buffer.from(JSON.stringify(list))
}

function purpose(what: string, linkId: Id): string {
  return `agreement link ${what} ${linkId}`
}
