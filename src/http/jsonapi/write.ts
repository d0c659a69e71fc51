import { DomainError, say } from '../../core/errors.ts'
import { aboutError } from '../../texts/index.ts'
import { domainProblems, type Pointers } from './error-documents.ts'
import { JsonApiError, type Problem, refuse } from './problems.ts'
import type { Resource, Values } from './resource.ts'
import { type Item, identify } from './serialize.ts'
import { readAttributes } from './write-attributes.ts'
import { type LidResolver, readRelationships } from './write-relationships.ts'

/** The purpose of a resource object. `at` is the pointer to it; `current` is the resource to change, if any. */
type WriteTarget = { resource: Resource; at: string; current?: Item; resolveLid?: LidResolver }

/** The given values for the verb, with pointers for its refusals. */
export type Draft = Pointers & { given: Values; lid: string | null }

/** The longest lid: the name of a new resource within one request. */
export const longestLid = 200

/** Whether a parsed JSON value is an object. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The `data` member of a request document. Throws 400 without one. */
export function readData(body: unknown): unknown {
  if (!isObject(body)) throw refuse(400, 'malformed_document', say('document_data'), { pointer: '' })
  if (!('data' in body)) throw refuse(400, 'malformed_document', say('data_missing'), { pointer: '' })
  return body.data
}

/**
 * Reads a resource object that creates or changes a resource (JSON:API 1.1). Throws 400 for a malformed object, 403 for
 * a client's id, 409 for another type or id, and all faults of its fields at once. Ignores unknown members, and members
 * with `@`.
 */
export function readResourceObject(data: unknown, target: WriteTarget): Draft {
  const { resource, at, current } = target
  if (!isObject(data))
    throw refuse(400, 'malformed_document', say('resource_object', { type: resource.type }), { pointer: at })
  requireIdentity(data, target)
  const values = new Map<string, unknown>()
  const pointers = new Map<string, string>()
  const to = { ...target, values, pointers }
  const problems = [...readAttributes(data.attributes, to), ...readRelationships(data.relationships, to)]
  const parent = isObject(data.attributes) ? `${at}/attributes` : at
  if (!current) problems.push(...missingMembers(resource, data, parent, at))
  const lid = typeof data.lid === 'string' ? data.lid : null
  if (problems.length > 0) throw new JsonApiError(problems)
  return { given: values, lid, pointers, parent, data, at }
}

/** Runs a verb, and points its refusals at the given values. */
export async function perform<T>(draft: Draft, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    throw new JsonApiError(domainProblems(error, draft), {}, error.untold)
  }
}

function requireIdentity(data: Record<string, unknown>, { resource, at, current }: WriteTarget): void {
  const { type, id, lid } = data
  if (type === undefined) throw refuse(400, 'malformed_document', say('type_missing'), { pointer: at })
  if (typeof type !== 'string') throw refuse(400, 'malformed_document', say('type_text'), { pointer: `${at}/type` })
  if (lid !== undefined && (typeof lid !== 'string' || lid.length > longestLid)) {
    throw refuse(400, 'malformed_document', say('lid_text', { limit: longestLid }), { pointer: `${at}/lid` })
  }
  if (type !== resource.type)
    throw refuse(409, 'type_mismatch', say('type_expected', { expected: resource.type, given: type }), {
      pointer: `${at}/type`,
    })
  if (!current) {
    if (id !== undefined) throw refuse(403, 'client_id', say('client_id'), { pointer: `${at}/id` })
    return
  }
  if (id === undefined) throw refuse(400, 'malformed_document', say('id_missing'), { pointer: at })
  if (typeof id !== 'string') throw refuse(400, 'malformed_document', say('id_text'), { pointer: `${at}/id` })
  if (id !== identify(resource, current.record.id).id)
    throw refuse(409, 'id_mismatch', say('id_mismatch'), { pointer: `${at}/id` })
}

function missingMembers(resource: Resource, data: Record<string, unknown>, parent: string, at: string): Problem[] {
  const attributes = isObject(data.attributes) ? data.attributes : {}
  const relationships = isObject(data.relationships) ? data.relationships : {}
  const below = isObject(data.relationships) ? `${at}/relationships` : at
  return [
    ...Object.entries(resource.attributes).flatMap(([name, { required }]) =>
      required && !Object.hasOwn(attributes, name) ? [missing(name, parent)] : [],
    ),
    ...Object.entries(resource.relationships).flatMap(([name, to]) =>
      !to.many && to.required && !Object.hasOwn(relationships, name) ? [missing(name, below)] : [],
    ),
  ]
}

function missing(name: string, pointer: string): Problem {
  return {
    status: 422,
    code: 'validation_failed',
    says: aboutError(say('must_be_given', { name })),
    source: { pointer },
    meta: { rule: 'required', attribute: name },
  }
}
