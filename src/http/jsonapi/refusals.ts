import { say } from '../../core/errors.ts'
import { type Linking, linked } from '../../texts/index.ts'
import { type JsonApiError, refuse } from './problems.ts'
import { resourceOf } from './registry.ts'
import type { Resource, ToMany, ToOne } from './resource.ts'

const done = { create: 'created', update: 'changed', remove: 'deleted' } as const

/** The refusal of a write for which the core has no verb. It names the alternative. */
export function refuseVerb(resource: Resource, verb: keyof typeof done): JsonApiError {
  const { type, instead } = resource
  return refuse(403, 'not_supported', say('verb_missing', { type, done: done[verb], instead: instead?.[verb] }))
}

/** The refusal to link a to-one relationship anew. */
export function refuseToOne(resource: Resource, name: string, to: ToOne): JsonApiError {
  const { type } = resource
  const why = to.write === 'create' ? linked('when_created', { type }) : linked('server_sets')
  return refuse(403, 'read_only', say('not_changed', { name, why }))
}

/** The refusal to add to a to-many relationship. It explains how the resources are linked. */
export function refuseAdding(name: string, to: ToMany): JsonApiError {
  return refuse(403, 'read_only', say('not_added_to', { name, why: describeLinking(to) }))
}

/** The refusal to replace a to-many relationship as a whole, because its resources cannot be taken out. */
export function refuseReplacing(name: string, to: ToMany): JsonApiError {
  const why = to.add ? linked('post_to_add') : describeLinking(to)
  return refuse(403, 'not_supported', say('not_replaced', { name, why }))
}

/** The refusal to take a resource out of a to-many relationship, because each of its resources belongs to a parent. */
export function refuseTakingOut(name: string, to: ToMany): JsonApiError {
  const { type, remove } = resourceOf(to.type)
  const [inverse = 'it', { write = 'never' } = {}] = inverseOf(to) ?? []
  const why =
    write === 'always' || write === 'update'
      ? linked('exactly_one', { type, inverse })
      : linked('stays', { type, removable: remove !== undefined })
  return refuse(403, 'read_only', say('not_taken_out', { name, why }))
}

function describeLinking(to: ToMany): Linking {
  const [inverse, one] = inverseOf(to) ?? []
  const { type, create } = resourceOf(to.type)
  if (!create || one?.write !== 'create') return linked('linked_by_server', { type })
  return linked('linked_when_created', { type, inverse })
}

// The to-one relationship on the other side of the same link.
function inverseOf(to: ToMany): [string, ToOne] | undefined {
  const found = Object.entries(resourceOf(to.type).relationships).find(([, one]) => !one.many && one.key === to.by)
  return found && !found[1].many ? [found[0], found[1]] : undefined
}
