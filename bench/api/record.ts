import pg from 'pg'
import type { Statement } from './protocol.ts'

type Query = { text?: string; values?: unknown[] } | string

/** Records the SQL of the work, in order, without the binding of connections to a tenant. */
export async function recordStatements(work: () => Promise<unknown>): Promise<Statement[]> {
  const found: Statement[] = []
  const { query } = pg.Client.prototype
  Object.assign(pg.Client.prototype, {
    query(this: pg.Client & { connectionParameters: { options?: string } }, ...all: [Query, unknown[]?]) {
      const [given, values] = all
      const text = typeof given === 'string' ? given : (given.text ?? '')
      const bound = values ?? (typeof given === 'string' ? [] : (given.values ?? []))
      const isTenant = /role=/.test(this.connectionParameters.options ?? '')
      if (!/set_config\('sealane/.test(text)) found.push({ text, values: Array.isArray(bound) ? bound : [], isTenant })
      return Reflect.apply(query, this, all)
    },
  })
  try {
    await work()
    return found
  } finally {
    Object.assign(pg.Client.prototype, { query })
  }
}
