import { randomBytes } from 'node:crypto'
import { Refused, readCertificate } from '../../../verifier/asn1/index.ts'
import { type CheckedToken, checkToken } from '../../../verifier/asn1/tokens.ts'
import type { TimeAuthority } from '../../core/evidence/index.ts'
import type { Send } from '../../core/webhooks/index.ts'
import { askAuthority } from './ask-authority.ts'
import { makeToken } from './authority.ts'
import { SealError } from './fault.ts'

export type Stamp = { token: Uint8Array; checked: CheckedToken; authority: TimeAuthority }

/** The greatest difference between the time of a timestamp and ours. */
const windowMs = 5 * 60_000

/**
 * A timestamp over a hash, from the first authority with a valid one. Each token is checked before its use. Throws
 * SealError when no authority gives one, because a seal must have a time.
 */
export async function stamp(
  send: Send,
  authorities: readonly TimeAuthority[],
  imprint: Uint8Array,
  at: Date,
): Promise<Stamp> {
  const failures: string[] = []
  for (const authority of authorities) {
    try {
      return await stampBy(send, authority, imprint, at)
    } catch (error) {
      failures.push(`${nameOf(authority)}: ${describe(error)}`)
    }
  }
  throw new SealError('authority_failed', `No authority gave a good timestamp. ${failures.join(' ')}`)
}

async function stampBy(send: Send, authority: TimeAuthority, imprint: Uint8Array, at: Date): Promise<Stamp> {
  // 63 bits, because some authorities refuse more.
  const nonce = randomBytes(8).readBigUInt64BE() >> 1n
  const token = await askFor(send, authority, { imprint, nonce, at })
  const window = { from: new Date(at.getTime() - windowMs), until: new Date(at.getTime() + windowMs) }
  const { roots, crls } = believedOf(authority)
  const checked = await checkToken(token, { imprint, nonce, window, roots: roots.map(readCertificate), crls })
  return { token, checked, authority }
}

async function askFor(send: Send, authority: TimeAuthority, asked: { imprint: Uint8Array; nonce: bigint; at: Date }) {
  if (authority.kind === 'url') return askAuthority(send, authority, asked)
  const stamping = { ...asked, serial: await authority.nextSerial() }
  return authority.stamp ? authority.stamp(stamping) : makeToken(authority.identity, stamping)
}

/** The roots of an authority's certificates, and its revocation lists. */
export function believedOf(authority: TimeAuthority): { roots: readonly Uint8Array[]; crls: readonly Uint8Array[] } {
  if (authority.kind === 'url') return { roots: authority.roots, crls: authority.crls ?? [] }
  return { roots: authority.identity.chain.slice(-1), crls: authority.identity.crls }
}

export function nameOf(authority: TimeAuthority): string {
  return authority.kind === 'url' ? authority.url : 'built-in'
}

function describe(error: unknown): string {
  const code = error instanceof Refused || error instanceof SealError ? `${error.code}, ` : ''
  return `${code}${error instanceof Error ? error.message : String(error)}`
}
