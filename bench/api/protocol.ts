import { createVault } from '../../src/core/vault.ts'
import type { Database } from '../../src/db/index.ts'
import type { HttpDependencies } from '../../src/http/dependencies.ts'
import { buildSignIn } from '../../src/sign-in.ts'
import { pdfSources } from '../../src/work.ts'

/** One SQL statement as our server sent it. */
export type Statement = { text: string; values: unknown[]; isTenant: boolean }

/** An organization of the benchmark. */
export type Tenant = { id: string; keyId: string; key: string; keyHash: Buffer; token: string }

/** One kind of request: its method and path, and the SQL that our server ran for it, for the first tenant. */
export type Workload = { name: string; method: 'GET' | 'POST'; url: string; body?: string; statements: Statement[] }

/** The message that starts a server process, and its answer. */
export type Start = { databaseUrl: string; tenants: Tenant[]; workloads: Workload[] }
export type FromServer = { url: string } | { cpuSeconds: number }

/** The parts of a server that a benchmark needs besides its database. */
export const plainParts = {
  now: () => new Date(),
  domain: 'sealane.localhost',
  publicUrl: null,
  listening: () => 'http://localhost',
  providers: {},
  pdfSources,
  readVerifier: async () => null,
  requireSeal: async () => {},
  trust: { timestampRoots: [], witnesses: { witnesses: [], quorum: 0 } },
  judgeDestination: async () => null,
  hashPassword: async () => '',
} satisfies Partial<HttpDependencies>

/** The parts that stand on the database. */
export function storeOf(database: Database): Pick<HttpDependencies, 'database' | 'vault' | 'signIn'> {
  const vault = createVault(Buffer.alloc(32, 7))
  return { database, vault, signIn: buildSignIn({ database, vault, domain: plainParts.domain }) }
}
