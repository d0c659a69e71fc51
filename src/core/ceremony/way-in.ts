import { timingSafeEqual } from 'node:crypto'
import { isRecipient, markPasscode, openRecipients } from '../agreements/index.ts'
import type { Context } from '../context.ts'
import { fault, invalid } from '../errors.ts'
import type { Id } from '../ids.ts'

/** The columns of a link that decide who may enter. */
export type GuardedLink = {
  id: Id
  auth_mode: 'PUBLIC' | 'PASSCODE' | 'EMAILS'
  passcode_mark: Buffer | null
  recipients: Buffer | null
}

/**
 * Permission of a browser to open a link, until a time in unix ms. `email` is an address that its person has proved, or
 * null.
 */
export type WayIn = { email: string | null; until: number }

const lifetimeMs = 12 * 60 * 60_000

/** A signed proof that a browser was let in. The browser keeps it. */
export function writeWayIn(ctx: Context, link: GuardedLink, email: string | null): string {
  const way: WayIn = { email, until: ctx.now.getTime() + lifetimeMs }
  const text = Buffer.from(JSON.stringify(way)).toString('base64url')
  return `${text}.${markOf(ctx, link, text).toString('base64url')}`
}

/**
 * Reads a proof. Null when it is forged or expired, when the passcode has changed, or when the address is no longer a
 * recipient.
 */
export function readWayIn(ctx: Context, link: GuardedLink, proof: string): WayIn | null {
  if (link.auth_mode === 'PUBLIC') return { email: null, until: 0 }
  const [text = '', mark = ''] = proof.split('.')
  const given = Buffer.from(mark, 'base64url')
  const right = markOf(ctx, link, text)
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null
  const way: WayIn = JSON.parse(Buffer.from(text, 'base64url').toString())
  if (way.until <= ctx.now.getTime()) return null
  if (link.auth_mode === 'PASSCODE') return way
  return way.email && isRecipient(openRecipients(ctx, link.id, link.recipients), way.email) ? way : null
}

/** Lets a browser in by the passcode. Throws `validation_failed` with the fault `passcode_wrong`. */
export function enterByPasscode(ctx: Context, link: GuardedLink, typed: string): string {
  const given = markPasscode(ctx.vault, link.id, typed)
  if (link.passcode_mark && timingSafeEqual(given, link.passcode_mark)) return writeWayIn(ctx, link, null)
  throw invalid([fault(['passcode'], 'passcode_wrong')])
}

// The mark covers the mode and the passcode, so that changing either ends every earlier proof.
function markOf({ vault }: Context, { id, auth_mode, passcode_mark }: GuardedLink, text: string): Buffer {
  return vault.mark('way in', `${id} ${auth_mode} ${passcode_mark?.toString('hex') ?? ''} ${text}`)
}
