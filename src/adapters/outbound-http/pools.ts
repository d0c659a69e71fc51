import { createRequire } from 'node:module'
import { isIP, type Socket } from 'node:net'
import type { buildConnector, errors, Pool } from 'undici'
import { limitAnswers } from './answer-limit.ts'
import { hostOf, type Target } from './destination.ts'
import type { Tunnel } from './proxy.ts'

// Loaded with the first request, not when the server starts.
const load = createRequire(import.meta.url)
const undici = (): typeof import('undici') => load('undici')

/** The certificate and key for mutual TLS, in PEM. */
export type ClientCertificate = { certificate: string; privateKey: string }

export type Pools = {
  /** The keep-alive pool of an origin at one judged address. A connection is never used for another address. */
  get(target: Target, certificate?: ClientCertificate): Pool
  /** A connection for one request. The caller closes it. */
  open(target: Target, certificate?: ClientCertificate): Pool
  /** Whether the broken connection had brought an answer before. */
  isUsedBefore(error: Error): boolean
  close(): Promise<void>
}

const maxPools = 4_096
const keepAliveMs = 10_000
const maxKeepAliveMs = 60_000
const maxHeaderBytes = 16 * 1_024
// A socket with this many unread bytes pauses until the parser has taken them.
const buffering = { highWaterMark: 16 * 1_024 }

/** Keeps connections open per origin and address; the least recently used pools make room. */
export function createPools(connectTimeoutMs: number, connections: number, tunnel?: Tunnel): Pools {
  const pools = new Map<string, Pool>()
  return {
    get(target, certificate) {
      const key = `${target.url.origin} ${target.addresses.join(' ')} ${certificate?.certificate ?? ''}`
      const pool = pools.get(key) ?? open(target, { connectTimeoutMs, connections, tunnel }, certificate)
      pools.delete(key)
      pools.set(key, pool)
      if (pools.size > maxPools) evict(pools)
      return pool
    },
    open: (target, certificate) => open(target, { connectTimeoutMs, connections: 1, tunnel }, certificate),
    isUsedBefore: (error) =>
      readBefore.has(error) || (error instanceof undici().errors.SocketError && hasBrought(error)),
    async close() {
      await Promise.all([...pools.values()].map((pool) => pool.destroy()))
      pools.clear()
    },
  }
}

// Errors of connections that had brought an answer.
const readBefore = new WeakSet<Error>()

// Bytes that the proxy's own answer took on each open connection.
const readOfProxy = new Map<string, number>()

function hasBrought({ socket }: errors.SocketError): boolean {
  return (socket?.bytesRead ?? 0) > (readOfProxy.get(`${socket?.localAddress} ${socket?.localPort}`) ?? 0)
}

function evict(pools: Map<string, Pool>): void {
  for (const [key, pool] of pools) {
    pools.delete(key)
    void pool.close().catch(() => {})
    return
  }
}

type Connector = buildConnector.connector
type Limits = { connectTimeoutMs: number; connections: number; tunnel: Tunnel | undefined }

function open(
  target: Target,
  { connectTimeoutMs, connections, tunnel }: Limits,
  certificate?: ClientCertificate,
): Pool {
  const { address, family, addresses } = target
  const { buildConnector, Pool } = undici()
  const connectDirectly = buildConnector({
    ...buffering,
    timeout: connectTimeoutMs,
    allowH2: false,
    // The name was resolved and judged, so the socket connects to that address only. A literal address never gets here.
    lookup: (_host, options, callback) => {
      if (options.all)
        callback(
          null,
          addresses.map((one) => ({ address: one, family: isIP(one) })),
        )
      else callback(null, address, family)
    },
    ...(isIP(hostOf(target.url)) ? {} : { servername: hostOf(target.url) }),
    ...(certificate && { cert: certificate.certificate, key: certificate.privateKey }),
  })
  const connect = tunnel ? connectThrough(tunnel, target, connectDirectly) : connectDirectly
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
        const atFirst = socket.bytesRead
        if (tunnel) rememberRead(socket, atFirst)
        socket.once('error', (broken) => void (socket.bytesRead > atFirst && readBefore.add(broken)))
        callback(null, socket)
      })
    },
  })
}

function rememberRead(socket: Socket, bytes: number): void {
  const end = `${socket.localAddress} ${socket.localPort}`
  readOfProxy.set(end, bytes)
  socket.once('close', () => setImmediate(() => readOfProxy.delete(end)))
}

// Connects through the proxy to the judged address. TLS is between us and the destination.
function connectThrough(tunnel: Tunnel, { url, address }: Target, connect: Connector): Connector {
  const isTls = url.protocol === 'https:'
  return (options, callback) => {
    tunnel(address, Number(url.port || (isTls ? 443 : 80))).then(
      (socket) => (isTls ? connect({ ...options, httpSocket: socket }, callback) : callback(null, socket)),
      (error: Error) => callback(error, null),
    )
  }
}
