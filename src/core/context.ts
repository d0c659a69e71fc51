import type { Handle } from '../db/index.ts'
import type { Id } from './ids.ts'
import type { Permission } from './permissions.ts'
import type { Vault } from './vault.ts'

/**
 * Who asks. An API key acts for its organization, a user through a credential or session, a signer in a browser that is
 * theirs. A visitor has opened a link and is nobody yet.
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
      /** When the person of a session last proved who they are. */
      signedInAt?: Date
      /** Whether the person is one of those who run this server. */
      isServerAdmin?: boolean
    }
  | { kind: 'visitor'; permissions: readonly Permission[] }
  | { kind: 'signer'; id: Id; permissions: readonly Permission[] }

/** An actor as stored: the kind, and the id where there is one. */
export function nameActor(actor: Actor): { kind: Actor['kind']; id?: Id } {
  return 'id' in actor ? { kind: actor.kind, id: actor.id } : { kind: actor.kind }
}

/** Where a request came from, for the audit trail and the evidence. */
export type Origin = { ipAddress: string | null; userAgent: string | null; requestId: string | null }

/** When something was done, and from where: the address and the browser of the request that did it. */
export type Act = { at: Date } & Pick<Origin, 'ipAddress' | 'userAgent'>

/** Who asks, for whom, on which handle, at what time. First argument of every verb. */
export type Context = {
  db: Handle
  organizationId: Id
  actor: Actor
  now: Date
  vault: Vault
  origin?: Origin
}
