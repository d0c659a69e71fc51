import type { Resource } from './resource.ts'
import { resources } from './resources/index.ts'

export { resources }

const byType = new Map(resources.map((resource) => [resource.type, resource]))

/** The resource of a type that our own code names. */
export function resourceOf(type: string): Resource {
  const found = byType.get(type)
  if (!found) throw new Error(`The registry has no type ${type}.`)
  return found
}

/** The resource of a type that a client names, if there is one. */
export function findResource(type: string): Resource | undefined {
  return byType.get(type)
}
