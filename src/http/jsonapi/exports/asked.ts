import { fault, invalid } from '../../../core/errors.ts'
import type { ListRequest } from '../../../core/lists/index.ts'
import type { Permission } from '../../../core/permissions.ts'
import { JsonApiError } from '../problems.ts'
import { conditionsOf, readQuery } from '../query.ts'
import { findResource } from '../registry.ts'
import type { Resource } from '../resource.ts'

/** Finds a list and its conditions by the name and the query from a client. */
export function readAsked(list: string, query: string): { resource: Resource; conditions: ListRequest } {
  const resource = findResource(list)
  if (!resource) throw invalid([fault(['list'], 'export_list', { value: list })])
  return { resource, conditions: conditionsOf(readQuery(`?${query}`, resource, { list: true })) }
}

/**
 * Checks a list and its query, and returns the permission that reading the list needs. Throws `validation_failed`, and
 * the faults of the query at the attribute that contains it.
 */
export function judgeAsked(list: string, query: string): Permission {
  try {
    return readAsked(list, query).resource.permissions.read
  } catch (error) {
    if (!(error instanceof JsonApiError)) throw error
    const source = { pointer: '/data/attributes/query' }
    throw new JsonApiError(error.problems.map((problem) => ({ ...problem, status: 422, source })))
  }
}
