import { say } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import { aboutError } from '../../texts/index.ts'
import { parseResourceId } from './ids.ts'
import { type Problem, refuse } from './problems.ts'
import { resourceOf } from './registry.ts'
import type { Resource, ToOne } from './resource.ts'
import { toOneId } from './serialize.ts'
import { type Destination, escapePointer, isWritable, readEach } from './write-attributes.ts'

/** Finds the id of a resource that an earlier operation made, by its lid. */
export type LidResolver = (type: string, lid: string) => Id | null

type RelationshipDestination = Destination & { resolveLid?: LidResolver }

/**
 * Reads the relationships of a resource object. Throws 400 unless each is an object with data, 403 for a to-many
 * relationship, and 404 for an unknown related resource.
 */
export function readRelationships(given: unknown, to: RelationshipDestination): Problem[] {
  if (given === undefined) return []
  const at = `${to.at}/relationships`
  if (!isObject(given)) throw refuse(400, 'malformed_document', say('relationships_object'), { pointer: at })
  return readEach(given, at, (name, value) => readRelationship(name, value, `${at}/${escapePointer(name)}`, to))
}

/** Reads the linkage of a to-one relationship; null empties it. Throws 400 for anything but an identifier. */
export function readToOne(relationship: ToOne, data: unknown, pointer: string, resolveLid?: LidResolver): Id | null {
  if (data === null && relationship.nullable) return null
  if (data === null) throw refuse(422, 'validation_failed', say('relationship_empty'), { pointer })
  return readIdentifier(resourceOf(relationship.type), data, pointer, resolveLid)
}

/**
 * Reads one resource identifier of a type. Throws 400 for a malformed one, 409 for another type, 404 for an unknown id.
 */
export function readIdentifier(resource: Resource, data: unknown, pointer: string, resolveLid?: LidResolver): Id {
  if (!isObject(data) || typeof data.type !== 'string' || (typeof data.id !== 'string' && typeof data.lid !== 'string'))
    throw refuse(400, 'malformed_document', say('identifier'), { pointer })
  if (data.type !== resource.type)
    throw refuse(409, 'type_mismatch', say('type_expected', { expected: resource.type, given: data.type }), {
      pointer: `${pointer}/type`,
    })
  const id =
    typeof data.id === 'string' ? parseResourceId(resource, data.id) : resolveLid?.(data.type, String(data.lid))
  if (id) return id
  throw refuse(404, `${resource.idKind}_not_found`, say('related_missing', { type: resource.type }), { pointer })
}

function readRelationship(name: string, value: unknown, pointer: string, to: RelationshipDestination): Problem[] {
  if (!isObject(value) || !('data' in value))
    throw refuse(400, 'malformed_document', say('relationship_object'), { pointer })
  const relationship = Object.hasOwn(to.resource.relationships, name) ? to.resource.relationships[name] : undefined
  const source = { pointer }
  if (!relationship) {
    const known = Object.keys(to.resource.relationships)
    const said = say('relationship_unknown', { type: to.resource.type, name, known })
    return [{ status: 422, code: 'unknown_relationship', says: aboutError(said), source }]
  }
  if (relationship.many) {
    return [{ status: 403, code: 'read_only', says: aboutError(say('via_relationship', { name })), source }]
  }
  const data = `${pointer}/data`
  if (!isWritable(relationship.write, to.current !== undefined)) {
    if (to.current && isLinked(relationship, to.current.record, value.data)) return []
    return [{ status: 403, code: 'read_only', says: aboutError(say('cannot_be_set', { name })), source }]
  }
  to.values.set(relationship.key, readToOne(relationship, value.data, data, to.resolveLid))
  to.pointers.set(relationship.key, data)
  return []
}

// Whether a client sends back the present linkage.
function isLinked(to: ToOne, record: Parameters<typeof toOneId>[0], data: unknown): boolean {
  const id = toOneId(record, to.key)
  if (id === null || data === null) return id === data
  if (!isObject(data) || data.type !== to.type || typeof data.id !== 'string') return false
  return parseResourceId(resourceOf(to.type), data.id) === id
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
