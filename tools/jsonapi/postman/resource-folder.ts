import type { Resource } from '../../../src/http/jsonapi/resource.ts'
import { check, folder, type Item, item, variableOf } from './item.ts'

/** A sample of a type: the members of a new resource, and later changes. */
export type Sample = {
  attributes?: Readonly<Record<string, unknown>>
  /** The type of each relationship, linked to the newest resource that the collection knows. */
  relationships?: Readonly<Record<string, Pick<Resource, 'type'>['type']>>
  changes?: Readonly<Record<string, unknown>>
}

/** The folder of one type: every verb, with its sample. */
export function resourceFolder(resource: Resource, sample: Sample | undefined): Item {
  const { create, update, remove } = resource
  const make = create && sample ? [createItem(resource, sample)] : []
  // A removed resource is created again, for the types that link to it.
  const items = [
    listItem(resource),
    getItem(resource),
    ...make,
    ...(update && sample?.changes ? [updateItem(resource, sample.changes)] : []),
    ...(remove && make.length > 0 ? [removeItem(resource), goneItem(resource), ...make] : []),
    sortItem(resource),
    ...(create ? [] : [refusedItem(resource)]),
  ]
  return folder(resource.type, resource.about, items)
}

function listItem(resource: Resource): Item {
  const name = variableOf(resource)
  return item({
    name: `List ${resource.type}`,
    method: 'GET',
    path: resource.type,
    search: { 'page[size]': '5' },
    status: 200,
    checks: [
      check(
        'is a page',
        "pm.expect(document.data).to.be.an('array'); pm.expect(document.meta.total).to.be.a('number')",
      ),
      check('links to itself and the ends', "pm.expect(document.links).to.include.keys('self', 'first', 'last')"),
      `pm.collectionVariables.set('${name}', document.data.length ? document.data[0].id : 'none')`,
    ],
  })
}

function getItem(resource: Resource): Item {
  const name = variableOf(resource)
  const { event: _, ...rest } = item({ name: 'Get one', method: 'GET', path: one(resource), status: 200 })
  const exec = [
    `const known = pm.collectionVariables.get('${name}') !== 'none'`,
    check('answers with the resource, or 404', 'pm.response.to.have.status(known ? 200 : 404)'),
    `if (known) ${check('is of its type', `pm.expect(pm.response.json().data.type).to.equal('${resource.type}')`)}`,
  ]
  return { ...rest, event: [{ listen: 'test', script: { type: 'text/javascript', exec } }] }
}

function createItem(resource: Resource, { attributes = {}, relationships = {} }: Sample): Item {
  const links = Object.entries(relationships).map(([name, type]) => [name, { data: identifier(type) }])
  const data = { type: resource.type, attributes, relationships: Object.fromEntries(links) }
  return item({
    name: 'Create one',
    method: 'POST',
    path: resource.type,
    body: { data },
    status: 201,
    checks: [
      check('says where it is', "pm.expect(pm.response.headers.get('location')).to.equal(document.data.links.self)"),
      check(
        'has an id of its own',
        `pm.expect(document.data).to.include.keys('id'); pm.expect(document.data.type).to.equal('${resource.type}')`,
      ),
      ...shown(resource, attributes),
      ...Object.entries(relationships).map(([name, type]) =>
        check(
          `is linked to its ${name}`,
          `pm.expect(document.data.relationships.${name}.data.id).to.equal(pm.collectionVariables.get('${variableOf({ type })}'))`,
        ),
      ),
      `pm.collectionVariables.set('${variableOf(resource)}', document.data.id)`,
      ...(resource.attributes.person ? ["pm.collectionVariables.set('person', document.data.attributes.person)"] : []),
    ],
  })
}

function updateItem(resource: Resource, changes: Readonly<Record<string, unknown>>): Item {
  return item({
    name: 'Change it',
    method: 'PATCH',
    path: one(resource),
    body: { data: { ...identifier(resource.type), attributes: changes } },
    status: 200,
    checks: shown(resource, changes),
  })
}

const removeItem = (resource: Resource): Item =>
  item({ name: 'Delete it', method: 'DELETE', path: one(resource), status: 204 })

const goneItem = (resource: Resource): Item =>
  item({ name: 'It is gone', method: 'GET', path: one(resource), status: 404 })

const sortItem = (resource: Resource): Item =>
  item({
    name: 'Descending sorting is refused',
    method: 'GET',
    path: resource.type,
    search: { sort: '-id' },
    status: 400,
    checks: [check('names the parameter', "pm.expect(document.errors[0].source.parameter).to.equal('sort')")],
  })

const refusedItem = (resource: Resource): Item =>
  item({
    name: 'None can be created',
    method: 'POST',
    path: resource.type,
    body: { data: { type: resource.type } },
    status: 403,
    checks: [check('says what to do instead', "pm.expect(document.errors[0].code).to.equal('not_supported')")],
  })

// Plain values are compared with the sent ones; made-up and hidden ones cannot be.
function shown({ attributes }: Resource, given: Readonly<Record<string, unknown>>): string[] {
  const plain = Object.entries(given).filter(
    ([name, value]) => attributes[name]?.kind !== 'json' && !/\{\{/.test(JSON.stringify(value)),
  )
  return plain.map(([name, value]) =>
    check(`shows ${name}`, `pm.expect(document.data.attributes.${name}).to.eql(${JSON.stringify(value)})`),
  )
}

function one(resource: Resource): string {
  return `${resource.type}/{{${variableOf(resource)}}}`
}

function identifier(type: string): { type: string; id: string } {
  return { type, id: `{{${variableOf({ type })}}}` }
}
