import { timingSafeEqual } from 'node:crypto'
import { isRecipient, markPasscode, openRecipients } from '../agreements/index.ts'
import type { Context } from '../context.ts'
import { fault, invalid } from '../errors.ts'
import type { Id } from '../ids.ts'

/** What a link says of who gets in. */
export type GuardedLink = {
  id: Id
  auth_mode: 'PUBLIC' | 'PASSCODE' | 'EMAILS'
  passcode_mark: Buffer | null
  recipients: Buffer | null
}

/** That a browser was let in by a link. `email` is the address at which its person gets mail, where that was shown. */
export type WayIn = { email: string | null; until: number }

const lifetimeMs = 12 * 60 * 60_000

/** The proof that a browser was let in, which it keeps: it can be made here only. */
export function writeWayIn(ctx: Context, link: GuardedLink, email: string | null): string {
  const way: WayIn = { email, until: ctx.now.getTime() + lifetimeMs }
  const text = Buffer.from(JSON.stringify(way)).toString('base64url')
  return `${text}.${markOf(ctx, link, text).toString('base64url')}`
}

/**
 * The way in that a proof shows, or null. Whoever was let in by a passcode that is another by now, or at an address that
 * is no recipient any more, has to come in anew.
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

/** Lets a browser in by the passcode. Throws `passcode_wrong` as a fault of `passcode`. */
export function enterByPasscode(ctx: Context, link: GuardedLink, typed: string): string {
  const given = markPasscode(ctx.vault, link.id, typed)
  if (link.passcode_mark && timingSafeEqual(given, link.passcode_mark)) return writeWayIn(ctx, link, null)
  throw invalid([fault(['passcode'], 'passcode_wrong')])
}

// The mode and the passcode are bound in, so that a change of them ends all ways in.
function markOf({ vault }: Context, { id, auth_mode, passcode_mark }: GuardedLink, text: string): Buffer {
  return vault.mark('way in', `${id} ${auth_mode} ${passcode_mark?.toString('hex') ?? ''} ${text}`)
}
