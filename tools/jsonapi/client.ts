import type { Attribute } from '../../src/http/jsonapi/attributes.ts'
import { describedServer } from '../../src/http/jsonapi/operator/described.ts'
import { previews } from '../../src/http/jsonapi/previews/described.ts'
import { resources } from '../../src/http/jsonapi/registry.ts'
import type { Relationship, Resource } from '../../src/http/jsonapi/resource.ts'
import { typeOf as typeOfSchema } from '../types.ts'

/** Renders clients/jsonapi/src/resources.ts: the types of all resources of the registry. */
export function renderResources(): string {
  return `// Made from the registry of resources, like the OpenAPI document; do not edit.
// \`npm run generate\` writes it.

/** Every type: its attributes as read, what may be written, and where its relationships lead. */
export type Resources = {
${[...resources, ...previews, ...describedServer].map(renderResource).join('\n')}
}
`
}

function renderResource({ type, about, attributes, relationships, create, update }: Resource): string {
  const all = Object.entries(attributes)
  const created = all.filter(([, { write }]) => create && (write === 'create' || write === 'always'))
  const updated = all.filter(([, { write }]) => update && (write === 'update' || write === 'always'))
  return `  /** ${about} */
  ${name(type)}: {
    attributes: {
${all.map(([key, attribute]) => `      /** ${attribute.about} */\n      ${key}: ${typeOf(asRead(attribute))}`).join('\n')}
    }
    create: ${create ? members(type, created, ({ required }) => required) : 'never'}
    update: ${update ? members(type, updated, () => false) : 'never'}
    relationships: { ${Object.entries(relationships)
      .map(([key, relationship]) => `${key}: ${target(relationship)}`)
      .join('; ')} }
  }`
}

/** The type of an attribute in replies. */
function asRead({ shown, ...attribute }: Attribute): Attribute {
  return shown ? { ...attribute, schema: shown } : attribute
}

function members(type: string, entries: [string, Attribute][], isRequired: (attribute: Attribute) => boolean): string {
  if (entries.length === 0) return 'Record<string, never>'
  const written = entries.map(([key, attribute]) => {
    const { kind, shown } = attribute
    const value = kind === 'json' && !shown ? `Resources['${type}']['attributes']['${key}']` : typeOf(attribute)
    return `${key}${isRequired(attribute) ? '' : '?'}: ${value}`
  })
  return `{ ${written.join('; ')} }`
}

function target(relationship: Relationship): string {
  if (relationship.many) return `'${relationship.type}'[]`
  return relationship.nullable ? `'${relationship.type}' | null` : `'${relationship.type}'`
}

function typeOf({ kind, values, nullable, schema }: Attribute): string {
  const words = values?.map((value) => `'${value}'`).join(' | ')
  const types = {
    text: 'string',
    address: 'string',
    enum: words ?? 'string',
    texts: words ? `(${words})[]` : 'string[]',
    integer: 'number',
    boolean: 'boolean',
    time: 'string',
    reference: 'string',
    json: typeOfSchema(schema, '      '),
  }
  return nullable && !/\bnull$|^unknown$/.test(types[kind]) ? `${types[kind]} | null` : types[kind]
}

function name(type: string): string {
  return /^[a-z]+$/.test(type) ? type : `'${type}'`
}
