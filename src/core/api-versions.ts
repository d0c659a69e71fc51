import { type Fault, fault } from './errors.ts'

/** The released versions of the REST dialect, newest first. Keys and webhooks are pinned to one of them for good. */
export const apiVersions = ['2.2', '2.1', '2.0'] as const

export type ApiVersion = (typeof apiVersions)[number]

/** The version that is meant when none is named. */
export const newestApiVersion: ApiVersion = apiVersions[0]

/** The fault of a pinned version that does not exist. A version that is not given has none. */
export function checkApiVersion(version: string | undefined): Fault[] {
  if (version === undefined || apiVersions.some((known) => known === version)) return []
  return [fault(['apiVersion'], 'enum', { allowed: apiVersions, value: version })]
}
