import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Changes, readChanges } from '../../../core/changes/index.ts'
import { DomainError } from '../../../core/errors.ts'
import type { IdKind } from '../../../core/ids.ts'
import type { HttpDependencies } from '../../dependencies.ts'
import { createFollowed, type Followed } from './followed.ts'
import { describeChanges, message } from './messages.ts'
import { createPlaces } from './places.ts'
import { readStreamQuery, type StreamQuery } from './stream-query.ts'
import { createWriter, type Writer } from './writer.ts'

const judgeEveryMs = 10_000
/** Changes of these kinds may end or narrow the caller's access. */
const telling: readonly IdKind[] = ['role', 'user', 'api_credential', 'organization']

/** Authenticates the caller again, and sets request.context anew. Throws DomainError if the caller is refused now. */
type Readmit = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>

/** `GET /stream`: the changes of the organization as server-sent events (docs/api/stream.md). */
export function registerStream(app: FastifyInstance, deps: HttpDependencies, readmit: Readmit): void {
  const places = createPlaces()
  const followed = createFollowed(
    (organizationId, after) =>
      readChanges({ db: deps.database.forOrganization(organizationId), organizationId }, after),
    deps.lookEveryMs,
  )
  const open = new Set<Writer>()
  const endAll = () => {
    for (const writer of open) writer.end('stopping')
    followed.close()
  }
  deps.stopping?.addEventListener('abort', endAll)
  app.addHook('preClose', async () => endAll())

  app.get('/stream', { config: { isDocument: false, isStream: true } }, async (request, reply) => {
    const query = readStreamQuery(request)
    reply.type('text/event-stream; charset=utf-8').header('cache-control', 'no-store').header('x-accel-buffering', 'no')
    if (request.method === 'HEAD') return reply.send('')
    const { organizationId, actor } = request.context
    const giveBack = places.take(organizationId, 'id' in actor ? actor.id : organizationId)
    const writer = createWriter()
    open.add(writer)
    writer.onClose(() => {
      open.delete(writer)
      giveBack()
    })
    await follow(followed, writer, query, { request, judge: judgeOf(writer, () => readmit(request, reply)) })
    return reply.send(writer.readable)
  })
}

// A failed lookup, for example without the database, says nothing about the caller.
function judgeOf(writer: Writer, look: () => Promise<unknown>): () => Promise<void> {
  return () =>
    look().then(
      () => {},
      (error: unknown) => {
        if (error instanceof DomainError && error.kind !== 'limited') writer.end(error.code)
      },
    )
}

type Viewing = { request: FastifyRequest; judge: () => Promise<void> }

async function follow(
  followed: Followed,
  writer: Writer,
  { types, after }: StreamQuery,
  { request, judge }: Viewing,
): Promise<void> {
  const { organizationId } = request.context
  let isFirst = true
  const tell = async (found: Changes) => {
    if (found.changes.some(({ kind }) => telling.includes(kind))) await judge()
    writer.write(describeChanges(found, { actor: request.context.actor, types }))
  }
  const follower = (found: Changes) => {
    if (isFirst) writer.write(message('open', {}, after === null ? found.position : null))
    isFirst = false
    void tell(found)
  }
  try {
    const leave = await followed.join(organizationId, follower, after)
    writer.onClose(leave)
    if (!writer.isOpen()) leave()
    const timer = setInterval(judge, judgeEveryMs)
    writer.onClose(() => clearInterval(timer))
  } catch (error) {
    writer.readable.destroy()
    throw error
  }
}
