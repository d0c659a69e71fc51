import { sayShape } from '../texts/index.ts'

/** What is read of a JSON schema. */
type Shape = {
  properties?: Record<string, Shape>
  items?: Shape
  additionalProperties?: Shape | boolean
  anyOf?: Shape[]
  maxItems?: number
  maxProperties?: number
}

/** How many members an object has at most whose schema does not say so itself. No object here comes near. */
export const mostMembers = 200

/** A list or an object that holds more than it may. */
export type Excess = { path: string[]; rule: 'maxItems' | 'maxProperties'; message: string }

/**
 * A JSON value whose lists and maps keep no more than the bounds of the schema allow, and where those were; so that what
 * remains can be judged whole, however much was sent. What the schema does not know is emptied: its name is all that is at fault.
 */
export function cutToBounds(value: unknown, schema: Shape, path: string[] = []): { value: unknown; excess: Excess[] } {
  if (typeof value !== 'object' || value === null) return { value, excess: [] }
  const shapes = [schema, ...(schema.anyOf ?? [])]
  const isList = Array.isArray(value)
  const most = isList ? leastOf(shapes, 'maxItems') : Math.min(leastOf(shapes, 'maxProperties'), mostMembersOf(shapes))
  const { count, entries } = firstEntries(value, most)
  const isOver = count > most
  const excess = isOver ? [excessOf(path, isList, most, count)] : []
  // Of an object with members of its own those are told that are none; of a list that is far too long nothing else is.
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

/** How many members a list or an object has, and the first of them: to take all of a megabyte apart takes a fifth of a second. */
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
  const message = sayShape(isList ? 'many_elements' : 'many_members', { limit: most, count })
  return { path, rule: isList ? 'maxItems' : 'maxProperties', message }
}

function shapeOf(shapes: readonly Shape[], name: string, isList: boolean): Shape | undefined {
  const found = shapes.map(({ items, properties, additionalProperties: others }) => {
    if (isList) return items
    return properties?.[name] ?? (typeof others === 'object' ? others : undefined)
  })
  return found.find((one) => one !== undefined)
}
