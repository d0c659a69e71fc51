import type { Dispatcher } from 'undici'
import type { Send, SendResult, UrlGuard } from '../../core/webhooks/index.ts'
import { type DestinationPolicy, findTarget, parseDestination, RefusedDestination } from './destination.ts'
import { describeFailure } from './failure.ts'
import { createPools } from './pools.ts'
import { createResolve, type Resolve } from './resolve.ts'

export type OutboundHttpOptions = Partial<DestinationPolicy> & {
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
  const policy: DestinationPolicy = {
    development: options.development ?? false,
    allowedRanges: options.allowedRanges ?? [],
    allowedPorts: options.allowedPorts ?? defaultPorts,
    ownHosts: options.ownHosts ?? [],
  }
  const deadlineMs = options.deadlineMs ?? defaultDeadlineMs
  const resolve = options.resolve ?? createResolve()
  const pools = createPools(deadlineMs)
  return {
    async send({ url, headers, body, signal }) {
      const deadline = AbortSignal.timeout(deadlineMs)
      const ended = AbortSignal.any([deadline, signal])
      try {
        const target = await orAborted(findTarget(url, policy, resolve), ended)
        const { pathname, search } = target.url
        const answer = await pools
          .get(target)
          .request({ method: 'POST', path: pathname + search, headers, body, signal: ended })
        return await readAnswer(answer, ended)
      } catch (error) {
        signal.throwIfAborted()
        return describeFailure(error, deadline.aborted, deadlineMs)
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

function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    work.then(resolve, reject)
  })
}
