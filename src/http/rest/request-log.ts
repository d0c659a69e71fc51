import type { FastifyReply, FastifyRequest } from 'fastify'
import { type KeyUse, recordApiRequests } from '../../core/accounts/index.ts'
import type { Id } from '../../core/ids.ts'
import type { HttpDependencies } from '../dependencies.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The key of this request, once it is known. */
    keyUsed: { organizationId: Id; apiKeyId: Id } | null
  }
}

/** The time between two writes of the log, and the most requests of one key in each such time. */
const usual = { everyMs: 1_000, most: 100 }

type Use = Omit<KeyUse, 'minutes' | 'newest'> & { minutes: Map<number, number>; newest: KeyUse['newest'][number][] }

/** Collects the requests of keys in memory. The log is written in batches, so that no request waits for it. */
export function createRequestLog(
  { database, log, now }: Pick<HttpDependencies, 'database' | 'log' | 'now'>,
  { everyMs, most }: typeof usual = usual,
) {
  let uses = new Map<Id, Use>()
  let writing = Promise.resolve()
  let timer: NodeJS.Timeout | null = null

  const write = () => {
    timer = null
    const batch = [...uses.values()]
    uses = new Map()
    if (batch.length === 0) return writing
    // Writes one batch at a time. If the database is slow, later requests wait in memory, with a limit for each key.
    writing = writing
      .then(() => recordApiRequests(database.system, batch))
      .catch((err: unknown) => log.warn({ err }, 'What API keys asked in the last moments could not be kept.'))
    return writing
  }
  return {
    note(request: FastifyRequest, reply: FastifyReply, path: string): void {
      const { keyUsed } = request
      if (keyUsed === null) return
      const occurredAt = now()
      const use: Use = uses.get(keyUsed.apiKeyId) ?? { ...keyUsed, minutes: new Map(), newest: [] }
      uses.set(keyUsed.apiKeyId, use)
      const minute = Math.floor(occurredAt.getTime() / 60_000) * 60_000
      use.minutes.set(minute, (use.minutes.get(minute) ?? 0) + 1)
      if (use.newest.length >= most) use.newest.shift()
      use.newest.push({
        method: request.method,
        path,
        status: reply.statusCode,
        apiVersion: request.apiVersion,
        ipAddress: request.context.origin?.ipAddress ?? null,
        requestId: request.id,
        occurredAt,
      })
      timer ??= setTimeout(write, everyMs).unref()
    },
    /** Writes the waiting requests. */
    close(): Promise<void> {
      if (timer !== null) clearTimeout(timer)
      return write()
    },
  }
}

export type RequestLog = ReturnType<typeof createRequestLog>
