import pino, { type DestinationStream, type Logger } from 'pino'
import type { Config } from './config.ts'

// The place of a secret in a path: the invitation in the address of a signing page.
const secretPlace = /(\/begin\/)[^/]+/gi

/**
 * Structured logs on standard output, without keys, tokens, secrets in paths and the values of queries (personal data).
 */
export function createLog(config: Pick<Config, 'logLevel'>, to: DestinationStream = pino.destination(1)): Logger {
  const options = {
    level: config.logLevel,
    redact: ['req.headers.authorization', 'req.headers["x-api-key"]', 'req.headers.cookie'],
    serializers: {
      req: ({ id, method, url, ip }: { id?: string; method?: string; url?: string; ip?: string }) => ({
        id,
        method,
        path: withoutSecrets(url?.split('?')[0] ?? ''),
        // An erasure deletes the IP address of a signer, but could not delete it from a log.
        ...(!url?.startsWith('/agree/') && { ip }),
      }),
    },
  }
  return pino(options, to)
}

function withoutSecrets(path: string): string {
  return path.replace(secretPlace, '$1[secret]')
}
