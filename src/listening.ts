import { isIPv6 } from 'node:net'
import type { Config } from './config.ts'
import { codeOf, StartupError } from './startup-error.ts'

/** Explains in plain words why the server cannot listen at its address. Throws StartupError. */
export async function orSayWhyNot<T>({ host }: Pick<Config, 'host'>, port: number, listening: Promise<T>): Promise<T> {
  try {
    return await listening
  } catch (error) {
    const code = codeOf(error) ?? ''
    if (code === 'EADDRINUSE') {
      const advice = 'Stop what listens there, or choose another: PORT=3001 npm start'
      throw new StartupError(`Port ${port} is in use.`, advice)
    }
    if (code === 'EACCES') {
      const advice = 'Choose one above 1023 (PORT=3000), and let a proxy or a port mapping lead to it.'
      throw new StartupError(`Port ${port} is not for ordinary users.`, advice)
    }
    if (!/^(EADDRNOTAVAIL|ENOTFOUND|EAI_\w+|EINVAL|EAFNOSUPPORT)$/.test(code)) throw error
    const advice = 'Set HOST to 127.0.0.1 for this machine only, or to 0.0.0.0 for every address.'
    throw new StartupError(`HOST=${host} is no address of this machine (${code}).`, advice)
  }
}

/** The URL by which a client on this machine reaches the server. */
export function urlOf(host: string, port: number, scheme = 'http'): string {
  if (host === '0.0.0.0' || host === '::') return `${scheme}://localhost:${port}`
  return `${scheme}://${isIPv6(host) ? `[${host}]` : host}:${port}`
}
