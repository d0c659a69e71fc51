import { pathsOf } from '../openapi/operations.ts'
import { relationshipPathsOf } from '../openapi/relationships.ts'
import type { Resource } from '../resource.ts'

/** An operation as the reference shows it. */
export type ShownOperation = {
  id: string
  method: string
  path: string
  summary: string
  description: string
  parameters: { name: string; description: string }[]
  hasBody: boolean
}

const methods = ['get', 'post', 'patch', 'delete']

/** Every operation of a type and of its relationships, as OpenAPI has them. */
export function operationsOf(resource: Resource): ShownOperation[] {
  const paths = { ...pathsOf(resource), ...relationshipPathsOf(resource) }
  return Object.entries(paths).flatMap(([path, parts]) =>
    methods.flatMap((method) => {
      const found = membersOf(parts[method])
      if (typeof found.operationId !== 'string') return []
      return {
        id: found.operationId,
        method: method.toUpperCase(),
        path,
        summary: String(found.summary),
        description: String(found.description),
        parameters: Array.isArray(found.parameters) ? found.parameters.flatMap(queryParameter) : [],
        hasBody: 'requestBody' in found,
      }
    }),
  )
}

// Those in headers are referred to by name, and are said once for all.
function queryParameter(parameter: unknown): { name: string; description: string }[] {
  const { name, description } = membersOf(parameter)
  return typeof name === 'string' ? [{ name, description: String(description) }] : []
}

function membersOf(value: unknown): Record<string, unknown> {
  return Object(value)
}
