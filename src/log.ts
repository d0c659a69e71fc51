import pino, { type Logger } from 'pino'
import type { Config } from './config.ts'

/** Structured logs on standard output. Keys, tokens and the values of a query (people's data) never reach them. */
export function createLog(config: Pick<Config, 'logLevel'>): Logger {
  return pino({
    level: config.logLevel,
    redact: ['req.headers.authorization', 'req.headers["x-api-key"]', 'req.headers.cookie'],
    serializers: {
      req: ({ id, method, url, ip }: { id?: string; method?: string; url?: string; ip?: string }) => ({
        id,
        method,
        path: url?.split('?')[0],
        // Where a signer comes from goes with them when they are erased, which a log cannot follow.
        ...(!url?.startsWith('/agree/') && { ip }),
      }),
    },
  })
}
