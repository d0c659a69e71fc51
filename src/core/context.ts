import type { Handle } from '../db/index.ts'
import type { Id } from './ids.ts'
import type { Permission } from './permissions.ts'
import type { Vault } from './vault.ts'

/**
 * Who acts: an API key for its organization, a user through a credential or session, or a signer in their browser. A
 * visitor has opened a link and is not identified yet.
 */
export type Actor =
  | { kind: 'system' }
  | { kind: 'api_key'; id: Id; role: string; permissions: readonly Permission[]; apiVersion: string }
  | {
      kind: 'user'
      id: Id
      role: string
      permissions: readonly Permission[]
      credentialId?: Id
      sessionId?: Id
      /** When the person of a session last proved their identity. */
      signedInAt?: Date
      /** Whether the person is a server admin. */
      isServerAdmin?: boolean
    }
  | { kind: 'visitor'; permissions: readonly Permission[] }
  | { kind: 'signer'; id: Id; permissions: readonly Permission[] }

/** An actor as it is stored: the kind, and the id if there is one. */
export function nameActor(actor: Actor): { kind: Actor['kind']; id?: Id } {
  return 'id' in actor ? { kind: actor.kind, id: actor.id } : { kind: actor.kind }
}

/** Where a request came from, for the audit trail and the evidence. */
export type Origin = { ipAddress: string | null; userAgent: string | null; requestId: string | null }

/** When something was done, and the address and browser of the request. */
export type Act = { at: Date } & Pick<Origin, 'ipAddress' | 'userAgent'>

/** The first argument of every verb: who acts, for which organization, on which handle, at what time. */
export type Context = {
  db: Handle
  organizationId: Id
  actor: Actor
  now: Date
  vault: Vault
  origin?: Origin
}
