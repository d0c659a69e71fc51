import type { Attribute } from '../attributes.ts'
import type { Resource, ToMany, ToOne } from '../resource.ts'
import { isWritable } from '../write-attributes.ts'

/** A request document for a form to start from: what must be given to create one, or the identity of what is changed. */
export function exampleDocument({ type, attributes, relationships }: Resource, isUpdate: boolean): object {
  if (isUpdate) return { data: { type, id: '', attributes: {} } }
  const given = Object.entries(attributes).filter(([, { required, write }]) => required && isWritable(write, false))
  const linked = Object.entries(relationships).filter(([, to]) => !to.many && to.required)
  return {
    data: {
      type,
      ...(given.length > 0
        ? { attributes: Object.fromEntries(given.map(([name, about]) => [name, exampleValue(about)])) }
        : {}),
      ...(linked.length > 0
        ? { relationships: Object.fromEntries(linked.map(([name, to]) => [name, exampleLinkage(to)])) }
        : {}),
    },
  }
}

/** The linkage of a relationship, its id left open. */
export function exampleLinkage(to: ToOne | ToMany): object {
  const identifier = { type: to.type, id: '' }
  return { data: to.many ? [identifier] : identifier }
}

function exampleValue({ kind, values, schema }: Attribute): unknown {
  if (kind === 'enum') return values?.[0]
  if (kind === 'texts') return values ? values.slice(0, 1) : []
  if (kind === 'integer') return 1
  if (kind === 'boolean') return true
  if (kind === 'json') return schema && 'items' in schema ? [] : {}
  return kind === 'time' ? '2027-01-31T12:00:00Z' : ''
}
