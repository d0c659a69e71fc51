import { request as plainRequest } from 'node:http'
import { request as tlsRequest } from 'node:https'
import { isIPv6, type Socket } from 'node:net'

/** Opens a connection to an address by way of the proxy. Rejects with PROXY_UNREACHABLE or PROXY_REFUSED as its code. */
export type Tunnel = (address: string, port: number) => Promise<Socket>

/** An error of the proxy, not of the receiver. */
class ProxyError extends Error {
  readonly code: 'PROXY_UNREACHABLE' | 'PROXY_REFUSED'
  /** The proxy's status, or null. */
  readonly status: number | null

  constructor(code: ProxyError['code'], status: number | null = null) {
    super(status === null ? 'The outbound proxy cannot be reached.' : `The outbound proxy answered ${status}.`)
    this.code = code
    this.status = status
  }
}

const tryMs = 5_000

/**
 * Connections through an HTTP(S) proxy by CONNECT. The proxy gets the judged address and never a name, so that it
 * cannot resolve the name to another address.
 */
export function createTunnel(proxy: string, timeoutMs: number): Tunnel {
  const url = new URL(proxy)
  return (address, port) => connect(url, `${isIPv6(address) ? `[${address}]` : address}:${port}`, timeoutMs)
}

/**
 * Checks whether the proxy answers and accepts us, by asking for a name that cannot exist. Returns the fault, or null.
 */
export async function tryProxy(proxy: string): Promise<string | null> {
  try {
    ;(await connect(new URL(proxy), 'sealane.invalid:443', tryMs)).destroy()
    return null
  } catch (error) {
    if (!(error instanceof ProxyError) || error.status === null) return 'the proxy does not answer'
    return error.status === 407 ? 'the proxy requires another user or password' : null
  }
}

function connect(proxy: URL, authority: string, timeoutMs: number): Promise<Socket> {
  const { protocol, hostname, port, username, password } = proxy
  const isTls = protocol === 'https:'
  const login = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64')
  const asked = (isTls ? tlsRequest : plainRequest)({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port || (isTls ? 443 : 80),
    method: 'CONNECT',
    path: authority,
    headers: { host: authority, ...(username ? { 'proxy-authorization': `Basic ${login}` } : {}) },
    agent: false,
    timeout: timeoutMs,
  })
  return new Promise((resolve, reject) => {
    asked.on('connect', ({ statusCode = 0 }, socket: Socket, head) => {
      socket.setTimeout(0)
      if (statusCode === 200 && head.length === 0) return resolve(socket)
      socket.destroy()
      reject(new ProxyError('PROXY_REFUSED', statusCode))
    })
    asked.on('response', (answer) => {
      answer.destroy()
      reject(new ProxyError('PROXY_REFUSED', answer.statusCode ?? 0))
    })
    asked.on('timeout', () => asked.destroy(new ProxyError('PROXY_UNREACHABLE')))
    asked.on('error', () => reject(new ProxyError('PROXY_UNREACHABLE')))
    asked.end()
  })
}
