import type { Handle } from '../db/index.ts'
import type { Id } from './ids.ts'
import type { Permission } from './permissions.ts'
import type { Vault } from './vault.ts'

/** Who asks. An API key acts for its organization, a user through a credential or session, a signer through a link. */
export type Actor =
  | { kind: 'system' }
  | { kind: 'api_key'; id: Id; role: string; permissions: readonly Permission[]; apiVersion: string }
  | { kind: 'user'; id: Id; role: string; permissions: readonly Permission[]; credentialId?: Id }
  | { kind: 'signer'; id: Id; permissions: readonly Permission[] }

/** Where a request came from, for the audit trail and the evidence. */
export type Origin = { ipAddress: string | null; userAgent: string | null; requestId: string | null }

/** Who asks, for whom, on which handle, at what time. First argument of every verb. */
export type Context = {
  db: Handle
  organizationId: Id
  actor: Actor
  now: Date
  vault: Vault
  origin?: Origin
}
