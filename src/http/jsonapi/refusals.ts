import { type JsonApiError, refuse } from './problems.ts'
import { resourceOf } from './registry.ts'
import type { Resource, ToMany, ToOne } from './resource.ts'

const done = { create: 'created', update: 'changed', remove: 'deleted' }

/** The refusal of a write that the core has no verb for, with what to do instead. */
export function refuseVerb(resource: Resource, verb: keyof typeof done): JsonApiError {
  const { type, instead } = resource
  const detail = [`${type} cannot be ${done[verb]}.`, instead?.[verb]].filter(Boolean).join(' ')
  return refuse(403, 'not_supported', detail)
}

/** The refusal to link a to-one relationship anew. */
export function refuseToOne(resource: Resource, name: string, to: ToOne): JsonApiError {
  const why =
    to.write === 'create'
      ? `It is given when one of the ${resource.type} is created, and stays.`
      : 'The server sets it.'
  return refuse(403, 'read_only', `${name} cannot be changed. ${why}`)
}

/** The refusal to add to a to-many relationship: how its resources come to be linked. */
export function refuseAdding(name: string, to: ToMany): JsonApiError {
  return refuse(403, 'read_only', `${name} cannot be added to. ${describeLinking(to)}`)
}

/** The refusal to replace a to-many relationship as a whole, because nothing can be taken out of it. */
export function refuseReplacing(name: string, to: ToMany): JsonApiError {
  const how = to.add ? 'POST to this address to add.' : describeLinking(to)
  return refuse(403, 'not_supported', `${name} cannot be replaced as a whole. ${how}`)
}

/** The refusal to take out of a to-many relationship: each of its resources belongs to something. */
export function refuseTakingOut(name: string, to: ToMany): JsonApiError {
  const { type, remove } = resourceOf(to.type)
  const [inverse = 'it', { write = 'never' } = {}] = inverseOf(to) ?? []
  const bond =
    write === 'always' || write === 'update'
      ? `Each has exactly one ${inverse}: give it another (PATCH /${type}/<id>/relationships/${inverse}).`
      : `What is linked stays linked.${remove ? ` DELETE /${type}/<id> removes one altogether.` : ''}`
  return refuse(403, 'read_only', `Nothing can be taken out of ${name}. ${bond}`)
}

function describeLinking(to: ToMany): string {
  const [inverse, one] = inverseOf(to) ?? []
  const { type, create } = resourceOf(to.type)
  if (!create || one?.write !== 'create') return `The server links ${type} itself.`
  return `Each of the ${type} is linked when it is created: POST /${type} with the relationship ${inverse}.`
}

// The same link, seen from the other side.
function inverseOf(to: ToMany): [string, ToOne] | undefined {
  const found = Object.entries(resourceOf(to.type).relationships).find(([, one]) => !one.many && one.key === to.by)
  return found && !found[1].many ? [found[0], found[1]] : undefined
}
