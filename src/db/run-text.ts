import { CompiledQuery } from 'kysely'
import type { Handle } from './connection.ts'
import { laterMark, type Statement } from './tenant-client.ts'
import type { Connect } from './tenant-dialect.ts'

const connects = new WeakMap<Handle, Connect>()

/** Tells where statements of a handle that are text already find a connection. */
export function rememberConnect(handle: Handle, connect: Connect): Handle {
  connects.set(handle, connect)
  return handle
}

/**
 * Runs a statement that is text already, and returns its rows. Outside of a transaction it goes to a connection directly:
 * Kysely's own way there costs as much as the rest of a short request.
 */
export async function runText<O>(db: Handle, { text, values }: Statement): Promise<O[]> {
  const connect = connects.get(db)
  if (!connect) return (await db.executeQuery<O>(CompiledQuery.raw(text, [...values]))).rows
  const client = await connect()
  try {
    return (await client.query<O>(text, values)).rows
  } finally {
    client.release()
  }
}

/** Runs two statements in one round trip, and returns the rows of each. */
export async function runTexts<A, B>(db: Handle, first: Statement, second: Statement): Promise<[A[], B[]]> {
  const connect = connects.get(db)
  if (!connect) return [await runText<A>(db, first), await runText<B>(db, second)]
  const client = await connect()
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
export async function runLater(db: Handle, { text, values }: Statement): Promise<void> {
  if (!db.isTransaction) throw new Error('A statement that waits for the next one, outside a transaction.')
  const marked = text.startsWith(laterMark) ? text : laterMark + text
  await db.executeQuery(CompiledQuery.raw(marked, [...values]))
}
