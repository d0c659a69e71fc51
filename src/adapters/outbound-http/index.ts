import type { Dispatcher } from 'undici'
import type { Send, SendResult, UrlGuard } from '../../core/webhooks/index.ts'
import { createAddressJudge } from './addresses.ts'
import { type DestinationPolicy, findTarget, parseDestination, RefusedDestination } from './destination.ts'
import { describeFailure } from './failure.ts'
import { createPools } from './pools.ts'
import { createResolve, type Resolve } from './resolve.ts'

export type OutboundHttpOptions = Partial<Omit<DestinationPolicy, 'addresses'>> & {
  /** From the look-up of the name to the last byte of the answer. */
  deadlineMs?: number
  resolve?: Resolve
}

export type OutboundHttp = {
  /** One POST. Never throws for what a receiver does; throws when `signal` is aborted. */
  send: Send
  /** The same judgement at save time. A name that does not resolve yet is accepted. */
  judgeDestination: UrlGuard
  close(): Promise<void>
}

/** Bytes of an answer that are kept. */
export const keptBytes = 16 * 1_024
const defaultDeadlineMs = 15_000
const defaultPorts = [443, 8443]

/**
 * HTTP to destinations that customers choose: every attempt resolves the name, judges every address, and connects to a
 * judged one; no redirects, no decompression, no proxies from the environment, one deadline over everything.
 */
export function createOutboundHttp(options: OutboundHttpOptions = {}): OutboundHttp {
  const ranges = { development: options.development ?? false, allowedRanges: options.allowedRanges ?? [] }
  const policy: DestinationPolicy = {
    ...ranges,
    addresses: createAddressJudge(ranges),
    allowedPorts: options.allowedPorts ?? defaultPorts,
    ownHosts: options.ownHosts ?? [],
  }
  const deadlineMs = options.deadlineMs ?? defaultDeadlineMs
  const resolve = options.resolve ?? createResolve()
  const pools = createPools(deadlineMs)
  return {
    async send({ url, headers, body, signal, clientCertificate }) {
      const deadline = startDeadline(deadlineMs, signal)
      try {
        const target = await orAborted(findTarget(url, policy, resolve), deadline.signal)
        const { pathname, search } = target.url
        const answer = await pools
          .get(target, clientCertificate)
          .request({ method: 'POST', path: pathname + search, headers, body, signal: deadline.signal })
        return await readAnswer(answer, deadline.signal)
      } catch (error) {
        signal.throwIfAborted()
        return describeFailure(error, deadline.signal.aborted, deadlineMs)
      } finally {
        deadline.end()
      }
    },
    async judgeDestination(url) {
      try {
        parseDestination(url, policy)
        await findTarget(url, policy, resolve)
        return null
      } catch (error) {
        return error instanceof RefusedDestination ? error.message : null
      }
    },
    close: () => pools.close(),
  }
}

// The status decides; the body is read to the end or to the cap, whichever comes first, within the deadline.
async function readAnswer(answer: Dispatcher.ResponseData, ended: AbortSignal): Promise<SendResult> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of answer.body) {
    ended.throwIfAborted()
    const bytes = Buffer.from(chunk)
    chunks.push(bytes)
    size += bytes.length
    if (size >= keptBytes) break
  }
  return {
    kind: 'answer',
    status: answer.statusCode,
    headers: flatten(answer.headers),
    body: Buffer.concat(chunks).subarray(0, keptBytes),
  }
}

function flatten(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  )
}

// One controller instead of AbortSignal.any over AbortSignal.timeout: those cost more than the signature.
function startDeadline(ms: number, outer: AbortSignal): { signal: AbortSignal; end(): void } {
  const controller = new AbortController()
  const abort = () => controller.abort()
  const timer = setTimeout(abort, ms)
  outer.addEventListener('abort', abort)
  if (outer.aborted) abort()
  return {
    signal: controller.signal,
    end() {
      clearTimeout(timer)
      outer.removeEventListener('abort', abort)
    },
  }
}

async function orAborted<T>(work: Promise<T> | T, signal: AbortSignal): Promise<T> {
  if (!(work instanceof Promise)) return work
  const { promise, reject } = Promise.withResolvers<never>()
  const abort = () => reject(signal.reason)
  signal.addEventListener('abort', abort)
  try {
    return await Promise.race([work, promise])
  } finally {
    signal.removeEventListener('abort', abort)
  }
}
