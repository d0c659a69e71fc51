import type { Handle } from './connection.ts'
import type { Statement } from './statement.ts'
import type { Connect } from './tenant-dialect.ts'

const connects = new WeakMap<Handle, Connect>()

/** Tells where statements of a handle that are text already find a connection. */
export function rememberConnect(handle: Handle, connect: Connect): Handle {
  connects.set(handle, connect)
  return handle
}

/** How a handle gets a connection. Throws for a transaction that Kysely opened rather than `transaction()`. */
export function connectOf(handle: Handle): Connect {
  const connect = connects.get(handle)
  if (!connect) throw new Error('Not a handle of ours. Open transactions with transaction().')
  return connect
}

/**
 * Runs a statement that is text already, and returns its rows. It goes to a connection directly: Kysely's own way there
 * costs as much as the rest of a short request.
 */
export async function runText<O>(db: Handle, { text, values }: Statement): Promise<O[]> {
  const client = await connectOf(db)()
  try {
    return (await client.query<O>(text, values)).rows
  } finally {
    client.release()
  }
}

/** Runs two statements in one round trip, one after the other, and returns the rows of each. */
export async function runTexts<A, B>(db: Handle, first: Statement, second: Statement): Promise<[A[], B[]]> {
  const client = await connectOf(db)()
  try {
    const [one, other] = await client.queryAll<A & B>([first, second])
    return [one?.rows ?? [], other?.rows ?? []]
  } finally {
    client.release()
  }
}

/**
 * Runs a statement whose answer nobody reads, in one round trip with the next statement of the transaction or with its
 * commit; that is where an error of it shows. Throws outside of a transaction.
 */
export async function runLater(db: Handle, statement: Statement): Promise<void> {
  if (!db.isTransaction) throw new Error('A statement that waits for the next one, outside a transaction.')
  const client = await connectOf(db)()
  client.queue({ kind: 'write', ...statement })
  client.release()
}
