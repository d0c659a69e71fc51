import type { Resource } from './resource.ts'
import { apiCredentials } from './resources/api-credentials.ts'
import { apiKeys } from './resources/api-keys.ts'
import { auditEvents } from './resources/audit-events.ts'
import { organizations } from './resources/organizations.ts'
import { roles } from './resources/roles.ts'
import { users } from './resources/users.ts'
import { verifications } from './resources/verifications.ts'

/** Every type of resource there is. A new one is its file and its line here. */
export const resources: readonly Resource[] = [
  organizations,
  users,
  roles,
  apiCredentials,
  apiKeys,
  auditEvents,
  verifications,
]

const byType = new Map(resources.map((resource) => [resource.type, resource]))

/** The resource of a type that the registry itself names. */
export function resourceOf(type: string): Resource {
  const found = byType.get(type)
  if (!found) throw new Error(`The registry has no type ${type}.`)
  return found
}

/** The resource of a type that a client names, if there is one. */
export function findResource(type: string): Resource | undefined {
  return byType.get(type)
}
