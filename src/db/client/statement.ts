/**
 * SQL, the values of its parameters, and what is special about it. A statement with a kind has no answer that anybody
 * reads: it waits, and travels with the next statement of its connection.
 */
export type Statement = {
  text: string
  values: readonly unknown[]
  kind?: 'binding' | 'begin' | 'lock' | 'write'
}

/** Binds the connection to an organization. The role is set here too, because options in the database's URL win over ours. */
export function bindingTo(organizationId: string): Statement {
  return {
    kind: 'binding',
    text: "select set_config('role', 'sealane_tenant', false), set_config('sealane.organization_id', $1, false)",
    values: [organizationId],
  }
}

/** Opens a transaction. */
export const begin: Statement = { kind: 'begin', text: 'begin', values: [] }

/** Holds a name until the transaction ends. */
export function lockOn(name: string): Statement {
  return { kind: 'lock', text: 'select pg_advisory_xact_lock(hashtextextended($1, 0))', values: [name] }
}
