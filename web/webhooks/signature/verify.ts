import { type PastedHeaders, readHeaders } from './headers.ts'
import { fitsPublicKey, fitsSecret, readKey } from './keys.ts'

/** One check of a receiver, and its result. `detail` names a sentence of the texts; `values` fill it. */
export type Check = {
  name: 'headers' | 'key' | 'timestamp' | 'signature'
  outcome: 'passed' | 'failed' | 'warned'
  detail: Detail
  values: Record<string, string>
}

type Detail =
  | 'headers_there'
  | 'headers_missing'
  | 'key_secret'
  | 'key_public'
  | 'key_missing'
  | 'key_prefix'
  | 'key_base64'
  | 'key_length'
  | 'timestamp_fresh'
  | 'timestamp_old'
  | 'timestamp_ahead'
  | 'timestamp_unreadable'
  | 'timestamp_milliseconds'
  | 'signature_fits'
  | 'signature_none_of_kind'
  | 'signature_other_body'
  | 'signature_text_key'
  | 'signature_no_match'

type Pasted = { headers: string; body: string; key: string }

const toleranceSeconds = 300

/**
 * The checks of a receiver on a delivery, made in this browser. For a wrong signature, it tries the usual mistakes.
 * `now` is in ms.
 */
export async function verifyPasted({ headers, body, key }: Pasted, now: number): Promise<Check[]> {
  const found = readHeaders(headers)
  const ofHeaders = checkHeaders(found)
  const ofKey = checkKey(key)
  const checks = [ofHeaders, ofKey]
  if (ofHeaders.outcome === 'failed') return checks
  checks.push(checkTimestamp(found, now))
  if (ofKey.outcome === 'failed') return checks
  return [...checks, await checkSignature(found, body, key.trim())]
}

const say = (
  name: Check['name'],
  outcome: Check['outcome'],
  detail: Detail,
  values: Record<string, string> = {},
): Check => ({ name, outcome, detail, values })

function checkHeaders(found: PastedHeaders): Check {
  const missing = (['webhook-id', 'webhook-timestamp', 'webhook-signature'] as const).filter((name) => !found[name])
  if (missing.length > 0) return say('headers', 'failed', 'headers_missing', { names: missing.join(', ') })
  return say('headers', 'passed', 'headers_there', { id: found['webhook-id'] ?? '' })
}

function checkKey(text: string): Check {
  const key = readKey(text.trim())
  if (typeof key === 'string') return say('key', 'failed', key)
  return say('key', 'passed', key.kind === 'secret' ? 'key_secret' : 'key_public')
}

function checkTimestamp(found: PastedHeaders, now: number): Check {
  const text = found['webhook-timestamp'] ?? ''
  if (!/^\d+$/.test(text)) return say('timestamp', 'failed', 'timestamp_unreadable')
  if (text.length > 11) return say('timestamp', 'failed', 'timestamp_milliseconds')
  const at = new Date(Number(text) * 1_000).toISOString()
  const age = now / 1_000 - Number(text)
  // An old delivery gets a warning, but the other checks run too.
  if (age > toleranceSeconds) return say('timestamp', 'warned', 'timestamp_old', { at })
  if (age < -toleranceSeconds) return say('timestamp', 'failed', 'timestamp_ahead', { at })
  return say('timestamp', 'passed', 'timestamp_fresh', { at })
}

async function checkSignature(found: PastedHeaders, body: string, keyText: string): Promise<Check> {
  const key = readKey(keyText)
  if (typeof key === 'string') return say('signature', 'failed', 'signature_no_match')
  const version = key.kind === 'secret' ? 'v1' : 'v1a'
  const entries = (found['webhook-signature'] ?? '').split(/\s+/)
  const given = entries
    .filter((entry) => entry.startsWith(`${version},`))
    .map((entry) => entry.slice(version.length + 1))
  if (given.length === 0) return say('signature', 'failed', 'signature_none_of_kind', { version })
  const head = `${found['webhook-id']}.${found['webhook-timestamp']}.`
  const fits = (content: string) =>
    key.kind === 'secret'
      ? fitsSecret(key.bytes, head + content, given)
      : fitsPublicKey(key.bytes, head + content, given)
  if (await fits(body)) return say('signature', 'passed', 'signature_fits', { version })
  for (const [change, content] of changesOf(body)) {
    if (await fits(content)) return say('signature', 'failed', 'signature_other_body', { change })
  }
  const isTextKey = key.kind === 'secret' && (await fitsSecret(new TextEncoder().encode(keyText), head + body, given))
  return say('signature', 'failed', isTextKey ? 'signature_text_key' : 'signature_no_match')
}

/** Undoes common changes of a body on its way to the check. */
function changesOf(body: string): [change: string, content: string][] {
  const changes: [string, string][] = [
    ['end', body.replace(/[\r\n]+$/, '')],
    ['spaces', body.trim()],
    ['lines', body.replaceAll('\r\n', '\n')],
  ]
  const written = writeAgain(body)
  return written === null ? changes : [...changes, ['json', written]]
}

function writeAgain(body: string): string | null {
  try {
    return JSON.stringify(JSON.parse(body))
  } catch {
    return null
  }
}
