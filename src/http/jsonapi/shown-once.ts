import { shownOnce } from '../../core/idempotency/index.ts'
import { describedServer } from './operator/described.ts'
import { findResource } from './registry.ts'
import { isObject } from './write.ts'

/** A document, or a part of one, for a repeated request. A sentence replaces each attribute that is shown once. */
export function withoutSecrets<T>(part: T): T {
  return JSON.parse(JSON.stringify(part), (_, value: unknown) => (isObject(value) ? settle(value) : value))
}

// A map of secrets keeps its names.
function hide(secret: unknown): unknown {
  return isObject(secret) ? Object.fromEntries(Object.keys(secret).map((name) => [name, shownOnce])) : shownOnce
}

const serverTypes = new Map(describedServer.map((resource) => [resource.type, resource]))

function settle(value: Record<string, unknown>): Record<string, unknown> {
  const { type, attributes } = value
  const resource = typeof type === 'string' ? (findResource(type) ?? serverTypes.get(type)) : undefined
  if (!resource || !isObject(attributes)) return value
  const settled = Object.entries(attributes).map(([name, one]) => [
    name,
    resource.attributes[name]?.shownOnce && one ? hide(one) : one,
  ])
  return { ...value, attributes: Object.fromEntries(settled) }
}
