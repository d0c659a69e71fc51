import pino, { type DestinationStream, type Logger } from 'pino'
import type { Config } from './config.ts'

// Where a path holds a secret: the invitations that signing addresses carry, whatever else the path is.
const secretPlace = /(\/begin\/)[^/]+/gi

/** Structured logs on standard output. Keys, tokens, secrets in paths and the values of a query (people's data) never reach them. */
export function createLog(config: Pick<Config, 'logLevel'>, to: DestinationStream = pino.destination(1)): Logger {
  const options = {
    level: config.logLevel,
    redact: ['req.headers.authorization', 'req.headers["x-api-key"]', 'req.headers.cookie'],
    serializers: {
      req: ({ id, method, url, ip }: { id?: string; method?: string; url?: string; ip?: string }) => ({
        id,
        method,
        path: withoutSecrets(url?.split('?')[0] ?? ''),
        // Where a signer comes from goes with them when they are erased, which a log cannot follow.
        ...(!url?.startsWith('/agree/') && { ip }),
      }),
    },
  }
  return pino(options, to)
}

function withoutSecrets(path: string): string {
  return path.replace(secretPlace, '$1[secret]')
}
