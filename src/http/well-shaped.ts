type Shape = {
  properties?: Record<string, Shape>
  items?: Shape
  additionalProperties?: Shape | boolean
  anyOf?: Shape[]
  required?: string[]
}

/** Places in a JSON value, as a tree of the names that lead to them: a request may have very many that are malformed. */
export type Places = { isPlace: boolean; below: Map<string, Places> }

/** Stands for what is left of a value that is malformed as a whole. */
const gone = Symbol('gone')

/** The places at the ends of paths. */
export function placesOf(paths: readonly (readonly string[])[]): Places {
  const root: Places = { isPlace: false, below: new Map() }
  for (const path of paths) {
    let place = root
    for (const name of path) {
      const next = place.below.get(name) ?? { isPlace: false, below: new Map() }
      place.below.set(name, next)
      place = next
    }
    place.isPlace = true
  }
  return root
}

/**
 * What is left of a JSON value when everything at the places is taken out, so that the rest fits the schema with its
 * outermost members optional: an object inside that lost what it needs goes too, and a list keeps a hole for each of its
 * elements that went. Undefined when nothing is left. The value itself stays as it is.
 */
export function keepWellShaped(value: unknown, schema: object, malformed: Places): unknown {
  const left = without(value, schema, malformed, true)
  return left === gone ? undefined : left
}

// How many elements a list has is known whatever they are.
const countRules = new Set(['max_items', 'one_role'])

/**
 * Whether a rule is broken whatever should stand at the malformed places: it is about something beside them, or about a
 * number of elements. What has no path is about everything, and so about none of them.
 */
export function standsBeside({ path, rule }: { path: readonly string[]; rule: string }, malformed: Places): boolean {
  let place = malformed
  for (const name of path) {
    const next = place.below.get(name)
    if (!next) return true
    if (next.isPlace) return false
    place = next
  }
  return place === malformed || countRules.has(rule)
}

function without(value: unknown, schema: Shape, malformed: Places, isOutermost: boolean): unknown {
  if (malformed.isPlace || typeof value !== 'object' || value === null) return gone
  const isList = Array.isArray(value)
  const copy = isList ? value.slice() : { ...value }
  const shapes = [schema, ...(schema.anyOf ?? [])]
  for (const [name, places] of malformed.below) {
    const isGiven = Object.prototype.propertyIsEnumerable.call(value, name)
    const left = isGiven ? without(Reflect.get(value, name), shapeOf(shapes, name, isList), places, false) : gone
    if (left !== gone) Reflect.set(copy, name, left)
    else if (!isOutermost && !isList && shapes.some(({ required }) => required?.includes(name))) return gone
    else Reflect.deleteProperty(copy, name)
  }
  return copy
}

function shapeOf(shapes: readonly Shape[], name: string, isList: boolean): Shape {
  const found = shapes.map(({ items, properties, additionalProperties: others }) => {
    if (isList) return items
    return properties?.[name] ?? (typeof others === 'object' ? others : undefined)
  })
  return found.find((one) => one !== undefined) ?? {}
}
