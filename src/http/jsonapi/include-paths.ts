import type { Problem } from './problems.ts'
import type { IncludeTree } from './query.ts'
import { resourceOf } from './registry.ts'
import type { Resource } from './resource.ts'

/** How many relationships deep, and how many relationships in all, one request may include. */
export const maxIncludeDepth = 3
export const maxIncludes = 12

type Branch = Map<string, Branch>

/** Reads the value of `include`. Empty text asks for nothing. */
export function readInclude(resource: Resource, value: string): { tree: IncludeTree } | { problem: Problem } {
  const tree: Branch = new Map()
  let count = 0
  for (const path of value === '' ? [] : value.split(',')) {
    let [branch, at] = [tree, resource]
    const names = path.split('.')
    if (names.length > maxIncludeDepth) return refuse(`Include at most ${maxIncludeDepth} levels; ${path} has more.`)
    for (const name of names) {
      const relationship = Object.hasOwn(at.relationships, name) ? at.relationships[name] : undefined
      if (!relationship || (relationship.many && !relationship.include)) return refuse(describe(at, name))
      const next: Branch = branch.get(name) ?? new Map()
      if (!branch.has(name)) count += 1
      branch.set(name, next)
      branch = next
      at = resourceOf(relationship.type)
    }
    if (count > maxIncludes) return refuse(`Include at most ${maxIncludes} relationships.`)
  }
  return { tree }
}

/** The relationships of a type that can be included. */
export function includesOf(resource: Resource): string[] {
  return Object.entries(resource.relationships).flatMap(([name, to]) => (to.many && !to.include ? [] : [name]))
}

function describe(resource: Resource, name: string): string {
  const names = includesOf(resource)
  const allowed = names.length ? `Of ${resource.type} there are: ${names.join(', ')}.` : `${resource.type} have none.`
  return `The relationship "${name}" cannot be included. ${allowed}`
}

function refuse(detail: string): { problem: Problem } {
  return { problem: { status: 400, code: 'bad_include', detail, source: { parameter: 'include' } } }
}
