import type { Endpoint } from '../../src/http/rest/endpoint.ts'
import { presentVersions } from '../../src/http/rest/versions/endpoints.ts'

/** Renders docs/api/changelog.md from the change modules and the endpoints. */
export function renderChangelog(endpoints: readonly Endpoint[]): string {
  const { versions } = presentVersions(endpoints)
  const sections = versions.map(({ version, released_on, summary, changes, endpoints: arrived }) => {
    const lines = changes.map(
      ({ id, description, resources }) => `- \`${id}\`: ${description} (${resources.join(', ')})`,
    )
    const paths = arrived.map((path) => `- \`${path}\``)
    return [
      `## ${version}, ${released_on}`,
      summary,
      ...(lines.length > 0 ? ['### Changes', lines.join('\n')] : []),
      '### Endpoints that came with it',
      paths.join('\n'),
    ].join('\n\n')
  })
  return `${[
    '# Versions of the REST API',
    'Made from the change modules in `src/http/rest/versions/`; the server tells the same at `/versions`. A key is pinned to a version when it is made; the header `Harbour-Version` overrides it for one request, and every reply echoes the version that it was served in. A webhook keeps the version that it was created in. Within a version, endpoints and optional parameters may be added; shapes never change.',
    ...sections,
  ].join('\n\n')}\n`
}
