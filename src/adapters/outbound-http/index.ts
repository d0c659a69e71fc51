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
  /** The time from the look-up of the name to the last byte of the answer. */
  deadlineMs?: number
  resolve?: Resolve
  /** The greatest number of connections to one address of one origin, 256 by default. Further requests wait. */
  connectionsPerOrigin?: number
  /** An HTTP(S) proxy for every connection (CONNECT). The addresses are judged all the same. */
  proxy?: string
}

export type OutboundHttp = {
  /** Sends one POST. Throws when `signal` is aborted, and never because of what a receiver does. */
  send: Send
  /** Judges a destination when it is saved. A name that does not resolve yet is accepted. */
  judgeDestination: UrlGuard
  close(): Promise<void>
}

const defaultDeadlineMs = 15_000
const defaultPorts = [443, 8443]
const defaultConnections = 256
const literalsKept = 10_000

/**
 * HTTP to destinations that customers choose. Each attempt resolves the name, judges every address, and connects to a
 * judged one, directly or through the configured proxy. It follows no redirect, unpacks nothing, ignores proxies of the
 * environment, and has one deadline.
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
  // Literal addresses, which are judged once because no look-up changes them.
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

// A receiver may close an idle connection at the moment of its next use. Then the request is sent again at once.
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
