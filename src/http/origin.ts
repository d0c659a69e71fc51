import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'
import type { Origin } from '../core/context.ts'

type Request = { ip: string; id: string; headers: Record<string, string | string[] | undefined> }

/** The origin of the request, for the audit trail. */
export function originOf(request: Request): Origin {
  const agent = request.headers['user-agent']
  return {
    ipAddress: addressOf(request.ip),
    userAgent: typeof agent === 'string' ? printable(agent).slice(0, 512) : null,
    requestId: request.id,
  }
}

/**
 * The caller's IP address in plain form, or null. A trusted proxy may forward anything: text, a port after the address,
 * or an IPv4 address in IPv6 form.
 */
export function addressOf(text: string): string | null {
  const bare = /^\[(.*)\](:\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text
  const [address = ''] = bare.split('%')
  const family = isIP(address)
  if (family === 4) return address
  return family === 6 ? ipaddr.process(address).toString() : null
}

// Header bytes from 0x80 to 0x9f are control characters, which documents and logs must not show.
function printable(text: string): string {
  return text.replace(/[^\x20-\x7e\xa0-\xff]/g, '')
}
