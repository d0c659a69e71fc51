import type { Change, Changes } from '../../../core/changes/index.ts'
import type { Id } from '../../../core/ids.ts'

/** Reads the changes of an organization since a position; null asks for the present position. */
type Look = (organizationId: Id, after: number | null) => Promise<Changes>

/** A follower receives the changes once when it joins, and after each look. */
type Follower = (found: Changes) => void

/** The organizations that followers follow on this node. */
export type Followed = {
  /** Calls the follower from a position on, or from now on, until the caller calls the returned function. */
  join(organizationId: Id, follower: Follower, after: number | null): Promise<() => void>
  close(): void
}

type Organization = { followers: Set<Follower>; position: number; timer: NodeJS.Timeout | undefined }

const usualMs = 1_000

/**
 * Looks once a second at each organization with followers, and at no other. The number of followers does not matter.
 * After a failed look it looks again from the same position.
 */
export function createFollowed(look: Look, ms: number = usualMs): Followed {
  const organizations = new Map<Id, Organization>()

  async function goOn(organizationId: Id, organization: Organization): Promise<void> {
    if (organization.followers.size === 0) {
      organizations.delete(organizationId)
      return
    }
    const found = await look(organizationId, organization.position).catch(() => null)
    if (found) {
      organization.position = found.position
      for (const follower of organization.followers) follower(found)
    }
    if (organizations.get(organizationId) === organization) schedule(organizationId, organization)
  }

  function schedule(organizationId: Id, organization: Organization): void {
    organization.timer = setTimeout(() => void goOn(organizationId, organization), ms)
    organization.timer.unref()
  }

  function open(organizationId: Id, position: number): Organization {
    const organization: Organization = { followers: new Set(), position, timer: undefined }
    organizations.set(organizationId, organization)
    schedule(organizationId, organization)
    return organization
  }

  return {
    async join(organizationId, follower, after) {
      let found = await look(organizationId, after)
      follower(found)
      // The other followers may have moved on during this look.
      while ((organizations.get(organizationId)?.position ?? 0) > found.position) {
        found = await look(organizationId, found.position)
        follower(found)
      }
      const { followers } = organizations.get(organizationId) ?? open(organizationId, found.position)
      const start = found.position
      const behind: Follower = (next) => follower({ ...next, changes: changesBehind(next.changes, start) })
      followers.add(behind)
      return () => void followers.delete(behind)
    },
    close() {
      for (const { timer } of organizations.values()) clearTimeout(timer)
      organizations.clear()
    },
  }
}

// A new follower may be ahead of the others.
function changesBehind(changes: readonly Change[], position: number): Change[] {
  return changes.filter((change) => change.position > position)
}
