import { isDeepStrictEqual } from 'node:util'
import { say } from '../../core/errors.ts'
import { aboutError, aboutShape } from '../../texts/index.ts'
import { firstEntries, mostMembers } from '../bounds.ts'
import { readValue } from './attribute-values.ts'
import type { Attribute } from './attributes.ts'
import { type Problem, refuse } from './problems.ts'
import type { Resource } from './resource.ts'
import { attributeValue, type Item } from './serialize.ts'

/** The destination of read values: under core's names, with pointers to their places in the request. */
export type Destination = {
  resource: Resource
  at: string
  current?: Item
  values: Map<string, unknown>
  pointers: Map<string, string>
}

// JSON:API reserves these names within attributes; some clients send them back.
const reserved = new Set(['links', 'relationships'])

/**
 * Reads the attributes of a resource object. A value that equals the present one is ignored, because clients send back
 * what they received. Other values that the client may not give get 403. Throws 400 if the attributes are not an
 * object.
 */
export function readAttributes(given: unknown, to: Destination): Problem[] {
  if (given === undefined) return []
  const at = `${to.at}/attributes`
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw refuse(400, 'malformed_document', say('attributes_object'), { pointer: at })
  return readEach(given, at, (name, value) =>
    reserved.has(name) ? [] : readAttribute(name, value, `${at}/${escapePointer(name)}`, to),
  )
}

/**
 * The problems of an object's members, except those that begin with `@`. In a very large object, only the first members
 * are read.
 */
export function readEach(given: object, pointer: string, read: (name: string, value: unknown) => Problem[]): Problem[] {
  const { count, entries } = firstEntries(given, mostMembers)
  const says = aboutShape('many_members', { limit: mostMembers, count })
  const tooMany = {
    status: 422,
    code: 'validation_failed',
    says,
    source: { pointer },
    meta: { rule: 'maxProperties' },
  }
  const own = entries.filter(([name]) => !name.startsWith('@'))
  return [...(count > mostMembers ? [tooMany] : []), ...own.flatMap(([name, value]) => read(name, value))]
}

/** A name as part of a JSON pointer (RFC 6901). */
export function escapePointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1')
}

/** Whether a client may give a value now. */
export function isWritable(write: Attribute['write'], isUpdate: boolean): boolean {
  return write === 'always' || write === (isUpdate ? 'update' : 'create')
}

function readAttribute(name: string, value: unknown, pointer: string, to: Destination): Problem[] {
  const attribute = Object.hasOwn(to.resource.attributes, name) ? to.resource.attributes[name] : undefined
  const source = { pointer }
  if (!attribute) {
    const known = Object.entries(to.resource.attributes)
      .filter(([, { write }]) => isWritable(write, to.current !== undefined))
      .map(([known]) => known)
    const said = say('attribute_unknown', { type: to.resource.type, name, known })
    return [{ status: 422, code: 'unknown_attribute', says: aboutError(said), source }]
  }
  const member = attribute.of ?? name
  const canGive = isWritable(attribute.write, to.current !== undefined)
  to.pointers.set(member, pointer)
  if (isShown(attribute, to.current?.record[member], value)) return []
  if (!canGive) return [{ status: 403, code: 'read_only', says: aboutError(say('cannot_be_set', { name })), source }]
  const read = readValue(attribute, value)
  if ('value' in read) {
    to.values.set(member, read.value)
    return []
  }
  return read.faults.map(({ path, says, rule = 'value' }) => {
    const at = [pointer, ...path.map(escapePointer)].join('/')
    return { status: 422, code: 'validation_failed', says, source: { pointer: at }, meta: { rule } }
  })
}

// Whether a client sends back the shown value.
function isShown(attribute: Attribute, known: unknown, value: unknown): boolean {
  return known !== undefined && isDeepStrictEqual(attributeValue(attribute, known), value)
}
