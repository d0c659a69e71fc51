import { CompiledQuery } from 'kysely'
import type { Handle } from './connection.ts'
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
export async function runText<O>(db: Handle, text: string, values: readonly unknown[]): Promise<O[]> {
  const connect = connects.get(db)
  if (!connect) return (await db.executeQuery<O>(CompiledQuery.raw(text, [...values]))).rows
  const client = await connect()
  try {
    return (await client.query<O>(text, values)).rows
  } finally {
    client.release()
  }
}
