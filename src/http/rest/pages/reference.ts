import { escapeHtml, renderInput, renderPage, renderProse } from '../../pages/index.ts'
import type { Endpoint } from '../endpoint.ts'
import { entryOf } from '../errors/catalogue.ts'
import { endpointsIn } from '../openapi/index.ts'
import { codesOf } from '../openapi/operation.ts'
import { resources } from '../resources.ts'
import { schemaIn, type Version, versionNames } from '../versions/index.ts'
import { exampleOf } from './example.ts'

/** The reference of one version, with a form under each operation that sends it (http/pages/console.js). */
export function renderReference(version: Version): string {
  const present = endpointsIn(version)
  const tags = [...new Set(present.map((endpoint) => endpoint.tag))]
  const sections = tags.map((tag) => {
    const own = present.filter((endpoint) => endpoint.tag === tag)
    return `<h2>${escapeHtml(tag)}</h2>${own.map((endpoint) => renderOperation(endpoint, version)).join('\n')}`
  })
  const links = versionNames.map((name) =>
    name === version ? `<strong>${name}</strong>` : `<a href="/docs?version=${name}">${name}</a>`,
  )
  return renderPage(
    `REST API ${version}`,
    `<h1>REST API ${version}</h1>
<p>Versions: ${links.join(' · ')} · <a href="/openapi.json?version=${version}">OpenAPI 3.1</a> ·
<a href="/versions">Changes</a> · <a href="/knowledge/errors">Errors</a> · <a href="/v1/api/docs">The JSON:API</a></p>
<label>API key, for the forms below; it stays on this page
<input id="key" data-header="x-api-key" type="password" autocomplete="off" spellcheck="false"></label>
${sections.join('\n')}
<script src="/docs/console.js" defer></script>`,
  )
}

function renderOperation(endpoint: Endpoint, version: Version): string {
  const ids = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  const query = propertiesOf(endpoint.query)
  const body = endpoint.body ? JSON.stringify(exampleOf(endpoint.body), null, 2) : null
  const errors = codesOf(endpoint).map(
    (code) => `<a href="/knowledge/errors/${code}">${code}</a> ${escapeHtml(entryOf(code).message)}`,
  )
  const inputs = [
    ...ids.map((name) => renderInput(name, 'path', endpoint.params?.[name] ?? '')),
    ...query.map(([name, schema]) => renderInput(name, 'query', '', describe(schema))),
    ...(body === null
      ? []
      : [`<label>Body<textarea data-in="body" rows="8" spellcheck="false">${escapeHtml(body)}</textarea></label>`]),
  ]
  return `<details id="${endpoint.id}"><summary><span class="method">${endpoint.method}</span> <code>/v2${escapeHtml(endpoint.path)}</code> ${escapeHtml(endpoint.summary)}</summary>
<p>${renderProse(endpoint.description ?? '')}</p>
${endpoint.body ? `<h3>Body</h3>${renderMembers(endpoint.body)}` : ''}
<h3>Reply</h3>${renderReply(endpoint, version)}
<h3>Errors</h3><p>${errors.join(' · ')}</p>
<form data-method="${endpoint.method}" data-path="/v2${escapeHtml(endpoint.path)}" data-version="${version}">
<h3>Try it</h3>${inputs.join('\n')}<button>Send</button>
<pre role="status" aria-live="polite" hidden></pre></form></details>`
}

function renderReply({ reply }: Endpoint, version: Version): string {
  if (reply.kind === 'file') return `<p>A file: ${escapeHtml(reply.mediaType)}</p>`
  const page = reply.kind === 'page' ? '<p>A page: items, total, page, size, pages. Each item:</p>' : ''
  return page + renderMembers(schemaIn(version, reply.resource, resources[reply.resource]))
}

function renderMembers(schema: object): string {
  const required: unknown[] = 'required' in schema && Array.isArray(schema.required) ? schema.required : []
  const rows = propertiesOf(schema).map(
    ([name, member]) =>
      `<tr><td><code>${escapeHtml(name)}</code></td><td>${required.includes(name) ? 'always' : 'optional'}</td><td>${describe(member)}</td></tr>`,
  )
  return `<table><tbody>${rows.join('')}</tbody></table>`
}

function propertiesOf(schema: object | undefined): [string, unknown][] {
  const properties = schema && 'properties' in schema ? schema.properties : undefined
  return typeof properties === 'object' && properties !== null ? Object.entries(properties) : []
}

function describe(schema: unknown): string {
  const isDescribed = typeof schema === 'object' && schema !== null && 'description' in schema
  return isDescribed ? renderProse(String(schema.description)) : ''
}
