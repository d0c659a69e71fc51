import { randomInt } from 'node:crypto'
import type { Id } from '../ids.ts'
import { sha256 } from '../vault.ts'

// Rules of the six-digit codes that are mailed to signers and to recipients of links.
const lifetimeMs = 15 * 60_000
const hourMs = 60 * 60_000
const mostAttempts = 5
export const mostCodesAnHour = 5

type CodeRow = { id: Id; code_hash: Buffer | null; attempts: number; expires_at: Date; used_at: Date | null }

/** When a code that is asked for now expires. */
export function endOfCode(now: Date): Date {
  return new Date(now.getTime() + lifetimeMs)
}

/** The start of the hour for which codes are counted. */
export function hourBefore(now: Date): Date {
  return new Date(now.getTime() - hourMs)
}

/** The seconds until another code may be asked for. */
export function secondsUntilNext(oldest: Date, now: Date): number {
  return Math.ceil((oldest.getTime() + hourMs - now.getTime()) / 1_000)
}

/** A new code of six digits, and its hash. */
export function newCode(id: Id): { code: string; code_hash: Buffer } {
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  return { code, code_hash: hashOf(id, code) }
}

/** Whether a code can still be tried. */
export function isLive(row: CodeRow | undefined, now: Date): row is CodeRow {
  return row !== undefined && row.used_at === null && row.expires_at > now && row.attempts < mostAttempts
}

/** Whether the typed code is right. Spaces and other separators are ignored. */
export function isCode({ id, code_hash }: CodeRow, typed: string): boolean {
  return code_hash?.equals(hashOf(id, typed.replace(/\D/g, ''))) ?? false
}

function hashOf(id: Id, code: string): Buffer {
  return sha256(`${id} ${code}`)
}
