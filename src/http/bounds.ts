import { aboutShape, type Sentence } from '../texts/index.ts'

/** The words of a JSON schema that bound a value. */
type Shape = {
  properties?: Record<string, Shape>
  items?: Shape
  additionalProperties?: Shape | boolean
  anyOf?: Shape[]
  maxItems?: number
  maxProperties?: number
}

/** The most members of an object whose schema sets no limit of its own. No object of ours has that many. */
export const mostMembers = 200

/** A list or an object with more members than allowed. */
type Excess = { path: string[]; rule: 'maxItems' | 'maxProperties'; says: Sentence }

/**
 * Cuts the lists and maps of a JSON value to the bounds of its schema, so that the check of the rest stays cheap.
 * `excess` names the places of the cuts. An unknown member is emptied, because its name alone is the fault.
 */
export function cutToBounds(value: unknown, schema: Shape, path: string[] = []): { value: unknown; excess: Excess[] } {
  if (typeof value !== 'object' || value === null) return { value, excess: [] }
  const shapes = [schema, ...(schema.anyOf ?? [])]
  const isList = Array.isArray(value)
  const most = isList ? leastOf(shapes, 'maxItems') : Math.min(leastOf(shapes, 'maxProperties'), mostMembersOf(shapes))
  const { count, entries } = firstEntries(value, most)
  const isOver = count > most
  const excess = isOver ? [excessOf(path, isList, most, count)] : []
  // An object keeps its members, so that the unknown ones are reported. A list that is far too long is emptied.
  const isKept = count <= 2 * most || shapes.some(({ properties }) => properties)
  const kept = (isKept ? entries : []).map(([name, inner]): [string, unknown] => {
    const shape = shapeOf(shapes, name, isList)
    const isStranger = !isList && shapes.some(({ additionalProperties }) => additionalProperties === false)
    if (!shape) return [name, isStranger ? null : inner]
    const cut = cutToBounds(inner, shape, [...path, name])
    excess.push(...cut.excess)
    return [name, cut.value]
  })
  return { value: isList ? kept.map(([, inner]) => inner) : Object.fromEntries(kept), excess }
}

/**
 * Counts the members of a list or an object, and returns the first `most` of them. Reading a whole megabyte would take
 * a fifth of a second.
 */
export function firstEntries(value: object, most: number): { count: number; entries: [string, unknown][] } {
  if (Array.isArray(value)) return { count: value.length, entries: Object.entries(value.slice(0, most)) }
  const names = Object.keys(value)
  const members: Record<string, unknown> = Object(value)
  return { count: names.length, entries: names.slice(0, most).map((name) => [name, members[name]]) }
}

function leastOf(shapes: readonly Shape[], bound: 'maxItems' | 'maxProperties'): number {
  return Math.min(...shapes.flatMap((shape) => shape[bound] ?? []), Number.POSITIVE_INFINITY)
}

function mostMembersOf(shapes: readonly Shape[]): number {
  return shapes.some(({ properties }) => properties) ? mostMembers : Number.POSITIVE_INFINITY
}

function excessOf(path: string[], isList: boolean, most: number, count: number): Excess {
  const says = aboutShape(isList ? 'many_elements' : 'many_members', { limit: most, count })
  return { path, rule: isList ? 'maxItems' : 'maxProperties', says }
}

function shapeOf(shapes: readonly Shape[], name: string, isList: boolean): Shape | undefined {
  const found = shapes.map(({ items, properties, additionalProperties: others }) => {
    if (isList) return items
    const own = properties && Object.hasOwn(properties, name) ? properties[name] : undefined
    return own ?? (typeof others === 'object' ? others : undefined)
  })
  return found.find((one) => one !== undefined)
}
