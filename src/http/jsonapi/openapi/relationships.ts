import { jsonApiType } from '../media-types.ts'
import { resourceOf } from '../registry.ts'
import type { Resource, ToMany, ToOne } from '../resource.ts'
import { answers, commonParameters, listParameters, named, pageParameters, ref } from './operations.ts'
import { linkageSchema, schemaName } from './schemas.ts'

type Parts = Record<string, unknown>

const content = (schema: object) => ({ [jsonApiType]: { schema } })
const done = { 204: { description: 'Done.' } }

/** The paths of a type's relationships: the related resources, and the linkage with its writes. */
export function relationshipPathsOf(resource: Resource): Record<string, Parts> {
  const paths: Record<string, Parts> = {}
  for (const [name, to] of Object.entries(resource.relationships)) {
    const path = `/${resource.type}/{id}`
    paths[`${path}/${name}`] = { parameters: [ref('parameters', 'Id')], get: related(resource, name, to) }
    paths[`${path}/relationships/${name}`] = {
      parameters: [ref('parameters', 'Id')],
      get: linkage(resource, name, to),
      ...(to.many ? adding(resource, name, to) : replacing(resource, name, to)),
    }
  }
  return paths
}

function related(resource: Resource, name: string, to: ToOne | ToMany): Parts {
  const target = resourceOf(to.type)
  const shape = `${schemaName(target)}${to.many ? 'List' : 'Document'}`
  return {
    ...named(resource, `list${upper(name)}Of${schemaName(resource)}`, to.about, resource.permissions.read),
    parameters: to.many ? listParameters(target) : commonParameters(target),
    responses: answers({ 200: { description: 'What is related.', content: content(ref('schemas', shape)) } }),
  }
}

function linkage(resource: Resource, name: string, to: ToOne | ToMany): Parts {
  const summary = `${to.about} Types and ids only.`
  return {
    ...named(resource, `get${upper(name)}LinkageOf${schemaName(resource)}`, summary, resource.permissions.read),
    parameters: to.many ? pageParameters : [],
    responses: answers({ 200: { description: 'The linkage.', content: content(linkageSchema(to)) } }),
  }
}

function replacing(resource: Resource, name: string, to: ToOne): Parts {
  if (!resource.update || (to.write !== 'always' && to.write !== 'update')) return {}
  const operation = `link${upper(name)}Of${schemaName(resource)}`
  return {
    patch: {
      ...named(resource, operation, `Links another. ${to.about}`, resource.permissions.write),
      requestBody: { required: true, content: content(linkageSchema(to)) },
      responses: answers({ 200: { description: 'The linkage.', content: content(linkageSchema(to)) } }),
    },
  }
}

function adding(resource: Resource, name: string, to: ToMany): Parts {
  if (!to.add) return {}
  return {
    post: {
      ...named(resource, `add${upper(name)}To${schemaName(resource)}`, to.about, resourceOf(to.type).permissions.write),
      requestBody: { required: true, content: content(linkageSchema(to)) },
      responses: answers(done),
    },
  }
}

function upper(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}
