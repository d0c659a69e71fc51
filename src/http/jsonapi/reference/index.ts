import { escapeHtml, renderInput, renderPage, renderProse } from '../../pages/index.ts'
import type { Attribute } from '../attributes.ts'
import { filtersOf } from '../filters.ts'
import { jsonApiType } from '../media-types.ts'
import { sortsOf } from '../query.ts'
import { resources } from '../registry.ts'
import type { Resource, ToMany, ToOne } from '../resource.ts'
import { exampleDocument, exampleLinkage } from './example.ts'
import { operationsOf, type ShownOperation } from './operations.ts'

/** The reference of the dialect, made from the registry that serves it, with a form under each operation that sends it. */
export function renderReference(): string {
  const links = resources.map(({ type }) => `<a href="#${type}">${type}</a>`)
  return renderPage(
    'JSON:API',
    `<h1>JSON:API</h1>
<p><a href="/v1/api/openapi.json">OpenAPI 3.1</a> · <a href="/v1/api/errors">Errors</a> · <a href="/docs">The REST API</a></p>
<p>Send <code>Authorization: Bearer</code> with an API credential of yours, and bodies as <code>${jsonApiType}</code>. Lists come in pages of 15.
A POST may have an <code>Idempotency-Key</code>; a PATCH or DELETE of one resource may have <code>If-Match</code>.
Several changes as one: <code>POST /v1/api/operations</code>, the extension for atomic operations.</p>
<label>API credential, for the forms below; it stays on this page
<input id="key" data-header="authorization" data-before="Bearer " type="password" autocomplete="off" spellcheck="false"></label>
<p>${links.join(' · ')}</p>
${resources.map(renderResource).join('\n')}
<script src="/v1/api/docs/console.js" defer></script>`,
  )
}

function renderResource(resource: Resource): string {
  const [filters, sorts] = [filtersOf(resource), sortsOf(resource)]
  const uses = (name: string) => [filters.has(name) && 'filter', sorts.has(name) && 'sort'].filter(Boolean).join(', ')
  const fields = [...Object.entries(resource.attributes), ...Object.entries(resource.relationships)].map(
    ([name, field]) =>
      `<tr><td><code>${name}</code></td><td>${kindOf(field)}</td><td>${givenWhen(field)}</td><td>${uses(name)}</td><td>${renderProse(field.about)}</td></tr>`,
  )
  return `<h2 id="${resource.type}">${resource.type}</h2><p>${renderProse(resource.about)}</p>
<table><thead><tr><th>field</th><th>kind</th><th>given</th><th>lists</th><th>what it is</th></tr></thead><tbody>${fields.join('')}</tbody></table>
${operationsOf(resource)
  .map((operation) => renderOperation(resource, operation))
  .join('\n')}`
}

function kindOf(field: Attribute | ToOne | ToMany): string {
  if ('kind' in field) return field.kind === 'enum' ? (field.values ?? []).map(escapeHtml).join(', ') : field.kind
  return `${field.many ? 'many' : 'one'} of <a href="#${field.type}">${field.type}</a>`
}

function givenWhen(field: Attribute | ToOne | ToMany): string {
  if ('many' in field && field.many) return field.add ? 'added to' : ''
  const when = { never: '', create: 'once', update: 'later', always: 'any time' }[field.write]
  return field.required ? `always${when === 'any time' ? ', changed any time' : ''}` : when
}

function renderOperation(resource: Resource, operation: ShownOperation): string {
  const { id, method, path, summary, description, parameters, hasBody } = operation
  const inputs = [
    ...(path.includes('{id}') ? [renderInput('id', 'path', '')] : []),
    ...parameters.map(({ name, description }) => renderInput(name, 'query', '', renderProse(description))),
    ...(hasBody ? [renderBody(bodyOf(resource, operation))] : []),
  ]
  return `<details id="${id}"><summary><span class="method">${method}</span> <code>/v1/api${path}</code> ${renderProse(summary)}</summary>
<p>${renderProse(description)}</p>
<form data-method="${method}" data-path="/v1/api${path}" data-media="${jsonApiType}">
<h3>Try it</h3>${inputs.join('\n')}<button>Send</button>
<pre role="status" aria-live="polite" hidden></pre></form></details>`
}

function bodyOf(resource: Resource, { method, path }: ShownOperation): object {
  const [, name = ''] = /\/relationships\/(\w+)$/.exec(path) ?? []
  const to = resource.relationships[name]
  return to ? exampleLinkage(to) : exampleDocument(resource, method === 'PATCH')
}

function renderBody(example: object): string {
  const text = escapeHtml(JSON.stringify(example, null, 2))
  return `<label>Body<textarea data-in="body" rows="8" spellcheck="false">${text}</textarea></label>`
}
