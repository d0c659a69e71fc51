import type { Handle } from './connection.ts'
import { sendLater } from './send.ts'
import { lockOn } from './statement.ts'

/**
 * Locks a name until the transaction ends. The lock is held before the next statement runs, and that statement sees
 * what the previous holder has committed. Throws outside of a transaction.
 */
export async function lockUntilCommit(db: Handle, name: string): Promise<void> {
  await sendLater(db, lockOn(name))
}
