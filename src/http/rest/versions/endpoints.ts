import { defineEndpoint, type Endpoint } from '../endpoint.ts'
import { latestVersion, releases } from './index.ts'
import type { VersionListWire } from './schema.ts'

/** Every release with its changes and its new endpoints, newest first. */
export function presentVersions(endpoints: readonly Endpoint[]): VersionListWire {
  return {
    latest: latestVersion,
    versions: releases.map(({ version, released, summary, changes }) => ({
      version,
      released_on: released,
      summary,
      changes: changes.map(({ id, description, resources }) => ({ id, description, resources: [...resources] })),
      endpoints: endpoints
        .filter((endpoint) => endpoint.since === version)
        .map((endpoint) => `${endpoint.method} ${endpoint.path}`),
    })),
  }
}

/** The endpoint that lists the versions. */
export function defineVersionsEndpoint(endpoints: () => readonly Endpoint[]): Endpoint {
  return defineEndpoint({
    id: 'listVersions',
    tag: 'Versions',
    method: 'GET',
    path: '/versions',
    since: '2.0',
    summary: 'List the versions of the API',
    isPublic: true,
    reply: { kind: 'one', resource: 'version_list' },
    handle: async () => presentVersions(endpoints()),
  })
}
