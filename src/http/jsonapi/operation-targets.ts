import { say } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import { formatResourceId } from './ids.ts'
import { refuse } from './problems.ts'
import { findResource } from './registry.ts'
import type { Resource } from './resource.ts'
import { isObject } from './write.ts'

/**
 * The target of an operation: a type, the id of its resource unless the operation adds one, and the relationship, if
 * any.
 */
export type OperationTarget = { resource: Resource; id: string | null; relationship: string | null }

/** The keys of resources that earlier operations made, by type and lid. */
export type Lids = Map<string, Id>

/** Keeps the id of a created resource under its lid. Throws 400 for a repeated lid. */
export function keepLid(lids: Lids, type: string, lid: string, id: Id, pointer: string): void {
  const key = `${type} ${lid}`
  if (lids.has(key)) throw refuse(400, 'malformed_document', say('lid_twice', { lid }), { pointer })
  lids.set(key, id)
}

/** Reads `ref` or `href` (at most one of them), or the type of `data`. Throws 400 or 404 with a pointer. */
export function readTarget(operation: Record<string, unknown>, at: string, lids: Lids): OperationTarget {
  const { ref, href, data } = operation
  if (ref !== undefined && href !== undefined)
    throw refuse(400, 'malformed_document', say('ref_and_href'), { pointer: at })
  if (ref !== undefined) return readRef(ref, `${at}/ref`, lids)
  if (href !== undefined) return readHref(href, `${at}/href`)
  const type = isObject(data) ? data.type : undefined
  if (typeof type !== 'string') throw refuse(400, 'malformed_document', say('target_missing'), { pointer: at })
  const resource = requireType(type, `${at}/data/type`)
  return {
    resource,
    id: operation.op === 'update' ? readId(data, resource, `${at}/data`, lids) : null,
    relationship: null,
  }
}

function readRef(ref: unknown, pointer: string, lids: Lids): OperationTarget {
  if (!isObject(ref) || typeof ref.type !== 'string') throw refuse(400, 'malformed_document', say('ref'), { pointer })
  const resource = requireType(ref.type, `${pointer}/type`)
  const { relationship = null } = ref
  if (relationship !== null && typeof relationship !== 'string')
    throw refuse(400, 'malformed_document', say('relationship_text'), {
      pointer: `${pointer}/relationship`,
    })
  return { resource, id: readId(ref, resource, pointer, lids), relationship }
}

function readId(given: unknown, resource: Resource, pointer: string, lids: Lids): string {
  const { id, lid } = isObject(given) ? given : {}
  if (typeof id === 'string' && lid === undefined) return id
  if (typeof lid === 'string' && id === undefined) {
    const known = lids.get(`${resource.type} ${lid}`)
    if (known) return formatResourceId(resource, known)
    throw refuse(404, 'not_found', say('lid_unknown', { lid, type: resource.type }), { pointer })
  }
  throw refuse(400, 'malformed_document', say('id_or_lid'), { pointer })
}

function readHref(href: unknown, pointer: string): OperationTarget {
  const path = typeof href === 'string' ? href.replace(/^https?:\/\/[^/]*/, '').replace(/^\/v1\/api(?=\/)/, '') : ''
  const found = /^\/([a-z-]+)(?:\/([^/?#]+)(?:\/relationships\/([^/?#]+))?)?$/.exec(path)
  if (!found) throw refuse(400, 'malformed_document', say('href'), { pointer })
  const [, type = '', id = null, relationship = null] = found
  return { resource: requireType(type, pointer), id, relationship }
}

function requireType(type: string, pointer: string): Resource {
  const resource = findResource(type)
  if (resource) return resource
  throw refuse(404, 'not_found', say('type_unknown', { type }), { pointer })
}
