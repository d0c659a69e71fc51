import { say } from '../../core/errors.ts'
import { aboutError, type Said } from '../../texts/index.ts'
import type { Problem } from './problems.ts'
import type { IncludeTree } from './query.ts'
import { resourceOf } from './registry.ts'
import type { Resource } from './resource.ts'

/** The limits of one request: the depth of included relationships, and their number in all. */
const maxIncludeDepth = 3
const maxIncludes = 12

type Branch = Map<string, Branch>

/** Reads the value of `include`. An empty text includes nothing. */
export function readInclude(resource: Resource, value: string): { tree: IncludeTree } | { problem: Problem } {
  const tree: Branch = new Map()
  let count = 0
  for (const path of value === '' ? [] : value.split(',')) {
    let [branch, at] = [tree, resource]
    const names = path.split('.')
    if (names.length > maxIncludeDepth) return refuse(say('include_deep', { limit: maxIncludeDepth, path }))
    for (const name of names) {
      const relationship = Object.hasOwn(at.relationships, name) ? at.relationships[name] : undefined
      if (!relationship || (relationship.many && !relationship.include))
        return refuse(say('include_unknown', { name, type: at.type, known: includesOf(at) }))
      const next: Branch = branch.get(name) ?? new Map()
      if (!branch.has(name)) count += 1
      branch.set(name, next)
      branch = next
      at = resourceOf(relationship.type)
    }
    if (count > maxIncludes) return refuse(say('include_many', { limit: maxIncludes }))
  }
  return { tree }
}

/** The relationships of a type that can be included. */
export function includesOf(resource: Resource): string[] {
  return Object.entries(resource.relationships).flatMap(([name, to]) => (to.many && !to.include ? [] : [name]))
}

function refuse(said: Said): { problem: Problem } {
  return { problem: { status: 400, code: 'bad_include', says: aboutError(said), source: { parameter: 'include' } } }
}
