import type { Send, UrlGuard } from '../../core/webhooks/index.ts'
import { createAddressJudge } from './addresses.ts'
import { createDeadlines, type Deadline } from './deadlines.ts'
import { type DestinationPolicy, findTarget, parseDestination, RefusedDestination, type Target } from './destination.ts'
import { exchange, isClosedWhileIdle } from './exchange.ts'
import { describeFailure } from './failure.ts'
import { type ClientCertificate, createPools, type Pools } from './pools.ts'
import { createTunnel } from './proxy.ts'
import { createResolve, type Resolve } from './resolve.ts'

export type OutboundHttpOptions = Partial<Omit<DestinationPolicy, 'addresses'>> & {
  /** From the look-up of the name to the last byte of the answer. */
  deadlineMs?: number
  resolve?: Resolve
  /** Connections to one address of one origin; what is beyond waits for one of them. 256 unless said. */
  connectionsPerOrigin?: number
  /** An HTTP(S) proxy that every connection goes through (CONNECT), to addresses that were judged all the same. */
  proxy?: string
}

export type OutboundHttp = {
  /** One POST. Never throws for what a receiver does; throws when `signal` is aborted. */
  send: Send
  /** The same judgement at save time. A name that does not resolve yet is accepted. */
  judgeDestination: UrlGuard
  close(): Promise<void>
}

const defaultDeadlineMs = 15_000
const defaultPorts = [443, 8443]
const defaultConnections = 256
const literalsKept = 10_000

/**
 * HTTP to destinations that customers choose: every attempt resolves the name, judges every address, and connects to a
 * judged one, directly or through the one proxy that is set; no redirects, no decompression, no proxies from elsewhere in the environment, one deadline over everything.
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
  const tunnel = options.proxy === undefined ? undefined : createTunnel(options.proxy, deadlineMs)
  const pools = createPools(deadlineMs, options.connectionsPerOrigin ?? defaultConnections, tunnel)
  const deadlines = createDeadlines(deadlineMs)
  // Targets that no look-up has a say in: they are judged alike each time.
  const literals = new Map<string, Target>()
  const findOnce = (url: string) => {
    const found = findTarget(url, policy, resolve)
    if (found instanceof Promise) return found
    if (literals.size >= literalsKept) literals.clear()
    literals.set(url, found)
    return found
  }
  return {
    async send({ url, headers, body, signal, clientCertificate }) {
      const deadline = deadlines.start(signal)
      try {
        const found = literals.get(url) ?? findOnce(url)
        const target = found instanceof Promise ? await orOver(found, deadline) : found
        const path = target.url.pathname + target.url.search
        return await post(pools, { target, clientCertificate, path, headers, body }, deadline)
      } catch (error) {
        signal.throwIfAborted()
        return describeFailure(error, deadline.isOver, deadlineMs)
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
        return error instanceof RefusedDestination ? { path: [], ...error.reason } : null
      }
    },
    close: () => pools.close(),
  }
}

type Sending = {
  target: Target
  clientCertificate: ClientCertificate | undefined
  path: string
  headers: Record<string, string>
  body: Buffer
}

// A receiver may close an idle connection at the moment that we use it: that is no failure, and goes out again at once.
async function post(pools: Pools, sending: Sending, deadline: Deadline) {
  const { target, clientCertificate, ...request } = sending
  try {
    return await exchange(pools.get(target, clientCertificate), request, deadline)
  } catch (error) {
    if (deadline.isOver || !isClosedWhileIdle(error, pools.isUsedBefore)) throw error
  }
  const fresh = pools.open(target, clientCertificate)
  try {
    return await exchange(fresh, request, deadline)
  } finally {
    void fresh.destroy()
  }
}

function orOver<T>(work: Promise<T>, deadline: Deadline): Promise<T> {
  const over = new Promise<never>((_resolve, reject) => {
    deadline.onOver(() => reject(new Error('The deadline is over.')))
  })
  return Promise.race([work, over])
}
