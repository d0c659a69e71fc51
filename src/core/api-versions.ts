import { type Fault, fault } from './errors.ts'

/** The released versions of the REST dialect, newest first. Each key and webhook is pinned to one of them. */
export const apiVersions = ['2.2', '2.1', '2.0'] as const

export type ApiVersion = (typeof apiVersions)[number]

/** The default version. */
export const newestApiVersion: ApiVersion = apiVersions[0]

/** The fault of an unknown version; an undefined one has no fault. */
export function checkApiVersion(version: string | undefined): Fault[] {
  if (version === undefined || apiVersions.some((known) => known === version)) return []
  return [fault(['apiVersion'], 'enum', { allowed: apiVersions, value: version })]
}
