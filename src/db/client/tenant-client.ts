import type { PostgresCursor, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import type { PoolClient } from 'pg'
import { ask } from './ask.ts'
import { bindingTo, type Statement } from './statement.ts'

/** A client for one organization, whose connection can send several statements in one packet. */
export type TenantClient = PostgresPoolClient & {
  /** Sends one statement, after those that wait. */
  queryOne<R>(statement: Statement): Promise<PostgresQueryResult<R>>
  /** Sends several statements in one packet. They run one after another. */
  queryAll<R>(statements: readonly Statement[]): Promise<PostgresQueryResult<R>[]>
  /** Keeps a statement without a needed result until the next one is sent. */
  queue(statement: Statement): void
}

type Client = PoolClient & Corkable
/** The stream of a client. Corking it sends several statements in one packet. */
type Corkable = { connection?: { stream?: { cork(): void; uncork(): void } } }
type BoundClient = TenantClient & { bind(organizationId: string | null): void }

const committed = { command: 'COMMIT' as const, rowCount: 0, rows: [] }
const rolledBack = { command: 'ROLLBACK' as const, rowCount: 0, rows: [] }
const clients = new WeakMap<PoolClient, BoundClient>()

/**
 * The client of a connection, bound to an organization from its next statement on. Null binds it to none, and only a
 * connection that was never bound.
 */
export function bindClient(client: PoolClient, organizationId: string | null): TenantClient {
  const bound = clients.get(client) ?? createBoundClient(client)
  clients.set(client, bound)
  bound.bind(organizationId)
  return bound
}

/**
 * Statements without a needed result (the binding, `begin`, locks and some writes) wait and leave in one packet with
 * the next one, which saves a round trip for each. They still run one after another. If one fails, the statement that
 * it came with fails too.
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
    // A successful binding stays when a later statement fails. After a failed binding the connection's organization is
    // unknown, so it is not used again.
    const binding = ahead.findIndex(({ kind }) => kind === 'binding')
    if (settled[binding]?.status === 'fulfilled') boundTo = String(ahead[binding]?.values[0])
    if (settled[binding]?.status === 'rejected') isBroken = true
    // The first failure is thrown, because it explains the later ones.
    const replies = await Promise.all(sent)
    return replies.slice(ahead.length)
  }

  async function queryOne<R>(statement: Statement): Promise<PostgresQueryResult<R>> {
    if (waiting.length === 0) return ask<R>(client, statement)
    const [reply] = await queryAll<R>([statement])
    if (!reply) throw new Error('A statement got no reply.')
    return reply
  }

  function query<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>>
  function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>
  function query<R>(
    text: string | PostgresCursor<R>,
    values: readonly unknown[] = [],
  ): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
    if (typeof text !== 'string') throw new Error('A cursor cannot share a connection with other statements.')
    if (endsUnsent(text, waiting)) {
      waiting = bindingsOf(waiting)
      return Promise.resolve(text === 'rollback' ? rolledBack : committed)
    }
    // Statements that have not been sent need no rollback.
    if (text === 'rollback') waiting = bindingsOf(waiting)
    return queryOne<R>({ text, values })
  }

  return {
    query,
    queryOne,
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

/** Whether a statement ends a transaction that has not begun in the database and would change nothing. */
function endsUnsent(text: string, waiting: readonly Statement[]): boolean {
  if (!waiting.some(({ kind }) => kind === 'begin')) return false
  return text === 'rollback' || (text === 'commit' && waiting.every(({ kind }) => kind !== 'write'))
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
