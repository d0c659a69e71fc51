import type { Handle } from './connection.ts'
import type { Connect } from './tenant-dialect.ts'

const connects = new WeakMap<Handle, Connect>()

/**
 * Registers how statements of a handle get a connection without Kysely, whose overhead equals the rest of a short
 * request.
 */
export function rememberConnect(handle: Handle, connect: Connect): Handle {
  connects.set(handle, connect)
  return handle
}

/** How a handle gets a connection. Throws for a transaction that Kysely opened instead of `transaction()`. */
export function connectOf(handle: Handle): Connect {
  const connect = connects.get(handle)
  if (!connect) throw new Error('Not a handle of ours. Open transactions with transaction().')
  return connect
}
