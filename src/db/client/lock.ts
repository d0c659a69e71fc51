import type { Handle } from './connection.ts'
import { sendLater } from './send.ts'
import { lockOn } from './statement.ts'

/**
 * Makes transactions that lock the same name wait for each other until they end. The lock is held before the next
 * statement of this transaction runs, and that statement sees what the holder before it has committed. Throws outside of
 * a transaction.
 */
export async function lockUntilCommit(db: Handle, name: string): Promise<void> {
  await sendLater(db, lockOn(name))
}
