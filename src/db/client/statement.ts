/**
 * SQL, its parameters and its kind. The result of a statement with a kind is never read, so it waits and is sent with
 * the next statement of its connection.
 */
export type Statement = {
  text: string
  values: readonly unknown[]
  /** PostgreSQL plans a text with a name once for each connection.  */
  name?: string
  kind?: 'binding' | 'begin' | 'lock' | 'write'
}

/**
 * Binds a connection to an organization. It sets the role again, because options in the database's URL override the
 * pool's.
 */
export function bindingTo(organizationId: string): Statement {
  return {
    kind: 'binding',
    name: 'bind_organization',
    text: "select set_config('role', 'sealane_tenant', false), set_config('sealane.organization_id', $1, false)",
    values: [organizationId],
  }
}

/** Opens a transaction. */
export const begin: Statement = { kind: 'begin', text: 'begin', values: [] }

/** Locks a name until the transaction ends. */
export function lockOn(name: string): Statement {
  const text = 'select pg_advisory_xact_lock(hashtextextended($1, 0))'
  return { kind: 'lock', name: 'lock_until_commit', text, values: [name] }
}
