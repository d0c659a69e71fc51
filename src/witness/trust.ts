import { request } from 'undici'
import { readVerifier, type Verifier } from '../core/evidence/index.ts'

const againAfterMs = 10_000
const oldAfterMs = 3_600_000
const deadlineMs = 10_000
const mostBytes = 16 * 1024 ** 2

type Keys = Map<string, Verifier[]>

/** The log keys in the trust files. They are read again each hour, and when a request names an unknown log. */
export function createTrustReader(urls: readonly string[], say: (line: string) => void) {
  let known: Keys = new Map()
  let readAt = Number.NEGATIVE_INFINITY
  let reading: Promise<void> | undefined
  const read = async () => {
    readAt = performance.now()
    const all = await Promise.all(urls.map((url) => readTrustFile(url, say)))
    const fresh: Keys = new Map()
    // A log belongs to the first file that names it. While a file cannot be read, its last content stays.
    for (const [origin, keys] of all.flatMap((one) => [...(one ?? known)])) {
      if (!fresh.has(origin)) fresh.set(origin, keys)
    }
    known = fresh
  }
  return async (origin: string): Promise<readonly Verifier[] | undefined> => {
    const age = performance.now() - readAt
    if (age > oldAfterMs || (!known.has(origin) && age > againAfterMs)) {
      reading ??= read().finally(() => {
        reading = undefined
      })
    }
    await reading
    return known.get(origin)
  }
}

async function readTrustFile(url: string, say: (line: string) => void): Promise<Keys | null> {
  try {
    const signal = AbortSignal.timeout(deadlineMs)
    const { statusCode, body } = await request(url, { signal })
    if (statusCode !== 200) throw new Error(`it answered ${statusCode}`)
    const text = await body.text()
    if (text.length > mostBytes) throw new Error('it is too long')
    return keysOf(JSON.parse(text))
  } catch (error) {
    say(`The trust file ${url} cannot be read: ${error instanceof Error ? error.message : error}.`)
    return null
  }
}

function keysOf(trust: { logs: { origin: string; keys: { vkey: string }[] }[] }): Keys {
  return new Map(trust.logs.map(({ origin, keys }) => [origin, keys.map(({ vkey }) => readVerifier(vkey))]))
}
