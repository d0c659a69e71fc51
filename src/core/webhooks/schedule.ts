/**
 * The delays before the 2nd, 3rd, … attempt: 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h, 24 h; 75.6 hours in all.
 */
export const defaultWaits: readonly number[] = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400].map(
  (seconds) => seconds * 1_000,
)

const jitter = 0.1
const minRetryAfterMs = 1_000
const maxRetryAfterMs = 24 * 3_600_000

/**
 * The delay in ms after failed attempt `number` (from 1); null after the last. Jitter of ±10 % spreads the retries
 * after an outage. Retry-After can only lengthen the delay.
 */
export function waitAfter(
  number: number,
  retryAfterMs: number | null,
  waits: readonly number[] = defaultWaits,
  random: number = Math.random(),
): number | null {
  const planned = waits[number - 1]
  if (planned === undefined) return null
  const spread = planned * (1 - jitter + 2 * jitter * random)
  return Math.round(Math.max(spread, retryAfterMs ?? 0))
}

/**
 * The delay that a Retry-After header asks for, in ms, between 1 s and 24 h. Null when it is absent, malformed or in
 * the past (RFC 9110 section 10.2.3: seconds, or an HTTP date).
 */
export function readRetryAfter(header: string | undefined, now: Date): number | null {
  if (!header) return null
  const text = header.trim()
  const ms = /^\d{1,15}$/.test(text) ? Number(text) * 1_000 : dateOf(text) - now.getTime()
  if (!Number.isFinite(ms) || ms <= 0) return null
  return Math.min(Math.max(ms, minRetryAfterMs), maxRetryAfterMs)
}

function dateOf(text: string): number {
  return /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(text) ? Date.parse(text) : Number.NaN
}
