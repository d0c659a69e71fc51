import { type ApiVersion, apiVersions, newestApiVersion } from '../../../core/api-versions.ts'
import { DomainError, say } from '../../../core/errors.ts'
import { addVerificationContext } from './add-verification-context.ts'
import { addVerificationProgress } from './add-verification-progress.ts'
import type { ObjectSchema, VersionChange, Wire } from './change.ts'
import { unixTimes } from './unix-times.ts'

export type { ObjectSchema, Wire } from './change.ts'

export const versionNames = apiVersions
export type Version = ApiVersion

type Release = { version: Version; released: string; summary: string; changes: readonly VersionChange[] }

/** All released versions, newest first, with their changes. */
export const releases: readonly Release[] = [
  {
    version: '2.2',
    released: '2023-08-21',
    summary: 'Extra data for the verification object.',
    changes: [addVerificationProgress],
  },
  {
    version: '2.1',
    released: '2023-05-31',
    summary: 'Single verifications, webhooks in full, unix timestamps.',
    changes: [unixTimes, addVerificationContext],
  },
  { version: '2.0', released: '2023-05-01', summary: 'The first release.', changes: [] },
]

export const latestVersion: Version = newestApiVersion

/** The version that a text names. Throws `unknown_version` with a list of all versions. */
export function readVersion(text: string): Version {
  const known = versionNames.find((name) => name === text.trim())
  if (known) return known
  const version = JSON.stringify(text.slice(0, 20))
  throw new DomainError('invalid', 'unknown_version', say('unknown_version', { version, known: versionNames }))
}

/** Whether an endpoint that came with `since` exists in `version`. */
export function hasArrived(since: Version, version: Version): boolean {
  return versionNames.indexOf(since) >= versionNames.indexOf(version)
}

/** The changes between the newest version and an older one that touch a resource, newest first. */
function changesSince(version: Version, resource: string): VersionChange[] {
  return releases
    .filter((release) => !hasArrived(release.version, version))
    .flatMap((release) => release.changes)
    .filter((change) => change.resources.includes(resource))
}

/** The schema of a resource in a version, from its newest schema. */
export function schemaIn(version: Version, resource: string, newest: ObjectSchema): ObjectSchema {
  return changesSince(version, resource).reduce((schema, change) => change.schema(schema), newest)
}

const chains = new Map<string, VersionChange[]>()

/** A resource in the shape of a version, from its newest shape. Never changes its argument. */
export function presentIn(version: Version, resource: string, newest: Wire): Wire {
  if (version === latestVersion) return newest
  const name = `${version} ${resource}`
  const chain = chains.get(name) ?? changesSince(version, resource)
  chains.set(name, chain)
  return chain.reduce((wire, change) => change.response(wire), newest)
}
