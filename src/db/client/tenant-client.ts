import type { PostgresCursor, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import type { PoolClient } from 'pg'
import { ask } from './ask.ts'
import { bindingTo, type Statement } from './statement.ts'

/** A client of one organization, over a connection that several statements can share a packet on. */
export type TenantClient = PostgresPoolClient & {
  /** Sends several statements in one packet, which run one after the other. */
  queryAll<R>(statements: readonly Statement[]): Promise<PostgresQueryResult<R>[]>
  /** Keeps a statement, whose answer nobody reads, until the next one is sent. */
  queue(statement: Statement): void
}

type Client = PoolClient & Corkable
/** The stream below a client, so that several statements leave in one packet. */
type Corkable = { connection?: { stream?: { cork(): void; uncork(): void } } }
type BoundClient = TenantClient & { bind(organizationId: string | null): void }

const committed = { command: 'COMMIT' as const, rowCount: 0, rows: [] }
const rolledBack = { command: 'ROLLBACK' as const, rowCount: 0, rows: [] }
const clients = new WeakMap<PoolClient, BoundClient>()

/** The client of a connection, bound to an organization from its next statement on (null: to none, and never before). */
export function bindClient(client: PoolClient, organizationId: string | null): TenantClient {
  const bound = clients.get(client) ?? createBoundClient(client)
  clients.set(client, bound)
  bound.bind(organizationId)
  return bound
}

/**
 * Statements whose answer nobody reads (the binding to an organization, `begin`, locks and some writes) wait and
 * travel with the next one, in one packet: a transaction costs one round trip less for each. They still run one after
 * the other; when one of them fails, so does the statement that they came with.
 */
function createBoundClient(client: Client): BoundClient {
  let boundTo: string | null = null
  let isBroken = false
  let waiting: Statement[] = []

  async function queryAll<R>(statements: readonly Statement[]): Promise<PostgresQueryResult<R>[]> {
    const ahead = waiting
    waiting = []
    const sent = sendTogether<R>(client, [...ahead, ...statements])
    const settled = await Promise.allSettled(sent)
    // A binding holds whatever becomes of the statements behind it. When it failed, what the connection is bound to is
    // not known, so it is not used again.
    const binding = ahead.findIndex(({ kind }) => kind === 'binding')
    if (settled[binding]?.status === 'fulfilled') boundTo = String(ahead[binding]?.values[0])
    if (settled[binding]?.status === 'rejected') isBroken = true
    // All have come; the first that failed says why the others did.
    const replies = await Promise.all(sent)
    return replies.slice(ahead.length)
  }

  async function queryOne<R>(statement: Statement): Promise<PostgresQueryResult<R>> {
    const [reply] = await queryAll<R>([statement])
    if (!reply) throw new Error('A statement went without a reply.')
    return reply
  }

  function query<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>>
  function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>
  function query<R>(
    text: string | PostgresCursor<R>,
    values: readonly unknown[] = [],
  ): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
    if (typeof text !== 'string') throw new Error('A cursor cannot share a connection with other statements.')
    const isUnsent = waiting.some(({ kind }) => kind === 'begin')
    const changesNothing = waiting.every(({ kind }) => kind !== 'write')
    if (isUnsent && (text === 'rollback' || (text === 'commit' && changesNothing))) {
      waiting = bindingsOf(waiting)
      return Promise.resolve(text === 'rollback' ? rolledBack : committed)
    }
    // What is undone need not be done first.
    if (text === 'rollback') waiting = bindingsOf(waiting)
    return waiting.length > 0 ? queryOne<R>({ text, values }) : ask<R>(client, { text, values })
  }

  return {
    query,
    queryAll,
    queue(statement) {
      waiting.push(statement)
    },
    bind(organizationId) {
      const isBound = organizationId === null || organizationId === boundTo
      waiting = isBound ? [] : [bindingTo(organizationId)]
    },
    release(discard) {
      client.release(discard || isBroken)
    },
  }
}

function bindingsOf(waiting: readonly Statement[]): Statement[] {
  return waiting.filter(({ kind }) => kind === 'binding')
}

function sendTogether<R>(client: Client, statements: readonly Statement[]): Promise<PostgresQueryResult<R>>[] {
  const stream = client.connection?.stream
  stream?.cork()
  try {
    return statements.map((statement) => ask<R>(client, statement))
  } finally {
    stream?.uncork()
  }
}
