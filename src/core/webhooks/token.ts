import type { Send } from './attempt.ts'
import type { ConnectionSettings } from './connection.ts'

export type Tokens = {
  /** A bearer token for these credentials. It is fetched once and kept until shortly before it expires. */
  get(oauth: NonNullable<ConnectionSettings['oauth']>, signal: AbortSignal): Promise<string>
  /** Drops a token that the receiver has refused, unless a newer one is stored. */
  forget(oauth: NonNullable<ConnectionSettings['oauth']>, token: string): void
}

const safetyMs = 30_000
const defaultLifeSeconds = 300

/** Fetches OAuth tokens with the client credentials grant (RFC 6749 section 4.4), through the same guarded HTTP. */
export function createTokens(send: Send): Tokens {
  const known = new Map<string, { token: Promise<string>; value?: string; endsAt: number }>()

  async function fetchToken(oauth: NonNullable<ConnectionSettings['oauth']>, signal: AbortSignal, key: string) {
    const { tokenUrl, clientId, clientSecret, scope } = oauth
    const form = new URLSearchParams({ grant_type: 'client_credentials', ...(scope ? { scope } : {}) })
    const basic = Buffer.from(`${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`).toString('base64')
    const result = await send({
      url: tokenUrl,
      headers: { 'content-type': 'application/x-www-form-urlencoded', authorization: `Basic ${basic}` },
      body: Buffer.from(form.toString()),
      signal,
    })
    if (result.kind !== 'answer' || result.status !== 200) throw new Error('The token endpoint gave no token.')
    const answer: { access_token?: unknown; expires_in?: unknown } = JSON.parse(result.body.toString())
    if (typeof answer.access_token !== 'string' || !/^[\x21-\x7e]+$/.test(answer.access_token)) {
      throw new Error('The token endpoint gave no token.')
    }
    const seconds = Number(answer.expires_in) || defaultLifeSeconds
    const entry = known.get(key)
    if (entry) {
      entry.endsAt = performance.now() + seconds * 1_000 - safetyMs
      entry.value = answer.access_token
    }
    return answer.access_token
  }

  return {
    get(oauth, signal) {
      const key = JSON.stringify(oauth)
      const entry = known.get(key)
      if (entry && entry.endsAt > performance.now()) return entry.token
      const token = fetchToken(oauth, signal, key)
      known.set(key, { token, endsAt: performance.now() + safetyMs })
      token.catch(() => known.delete(key))
      return token
    },
    forget(oauth, token) {
      const key = JSON.stringify(oauth)
      if (known.get(key)?.value === token) known.delete(key)
    },
  }
}
