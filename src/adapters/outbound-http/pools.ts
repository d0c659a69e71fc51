import { isIP } from 'node:net'
import { buildConnector, Pool } from 'undici'
import { limitAnswers } from './answer-limit.ts'
import { hostOf, type Target } from './destination.ts'

/** For mutual TLS, both in PEM. */
export type ClientCertificate = { certificate: string; privateKey: string }

export type Pools = {
  /** The keep-alive pool of an origin at one judged address; a connection is never reused for another address. */
  get(target: Target, certificate?: ClientCertificate): Pool
  close(): Promise<void>
}

const maxPools = 4_096
const keepAliveMs = 10_000
const maxKeepAliveMs = 60_000
const maxHeaderBytes = 16 * 1_024

/** Keeps connections open per origin and address; the least recently used pools make room. */
export function createPools(connectTimeoutMs: number, connections: number): Pools {
  const pools = new Map<string, Pool>()
  return {
    get(target, certificate) {
      const key = `${target.url.origin} ${target.address} ${certificate?.certificate ?? ''}`
      const pool = pools.get(key) ?? open(target, { connectTimeoutMs, connections }, certificate)
      pools.delete(key)
      pools.set(key, pool)
      if (pools.size > maxPools) evict(pools)
      return pool
    },
    async close() {
      await Promise.all([...pools.values()].map((pool) => pool.destroy()))
      pools.clear()
    },
  }
}

function evict(pools: Map<string, Pool>): void {
  for (const [key, pool] of pools) {
    pools.delete(key)
    void pool.close().catch(() => {})
    return
  }
}

type Limits = { connectTimeoutMs: number; connections: number }

function open(target: Target, { connectTimeoutMs, connections }: Limits, certificate?: ClientCertificate): Pool {
  const { address, family } = target
  const connect = buildConnector({
    timeout: connectTimeoutMs,
    allowH2: false,
    // The name was resolved and judged already: the socket goes to that address and no other. A literal address is
    // judged as well, and never gets here.
    lookup: (_host, options, callback) => {
      if (options.all) callback(null, [{ address, family }])
      else callback(null, address, family)
    },
    ...(isIP(hostOf(target.url)) ? {} : { servername: hostOf(target.url) }),
    ...(certificate && { cert: certificate.certificate, key: certificate.privateKey }),
  })
  return new Pool(target.url.origin, {
    connections,
    pipelining: 1,
    keepAliveTimeout: keepAliveMs,
    keepAliveMaxTimeout: maxKeepAliveMs,
    headersTimeout: 0,
    bodyTimeout: 0,
    maxHeaderSize: maxHeaderBytes,
    allowH2: false,
    connect(options, callback) {
      connect(options, (...[error, socket]) => {
        if (error) return callback(error, null)
        limitAnswers(socket)
        callback(null, socket)
      })
    },
  })
}
