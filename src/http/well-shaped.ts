type Shape = {
  properties?: Record<string, Shape>
  items?: Shape
  additionalProperties?: Shape | boolean
  anyOf?: Shape[]
  required?: string[]
}

/** Stands for what is left of a value that is malformed as a whole. */
const gone = Symbol('gone')

/**
 * What is left of a JSON value when everything at `paths` is taken out, so that the rest fits the schema with its outermost
 * members optional: an object inside that lost what it needs goes too, and a list keeps a hole for each of its elements
 * that went. Undefined when nothing is left. The value itself stays as it is.
 */
export function keepWellShaped(value: unknown, schema: object, paths: readonly (readonly string[])[]): unknown {
  const left = paths.reduce<unknown>((rest, path) => without(rest, schema, path, true), value)
  return left === gone ? undefined : left
}

/** Whether one of two paths is, or is inside, the other. An empty path is about everything, and so about nothing. */
export function areRelated(a: readonly string[], b: readonly string[]): boolean {
  const shared = Math.min(a.length, b.length)
  return shared > 0 && a.slice(0, shared).every((name, index) => name === b[index])
}

function without(value: unknown, schema: Shape, path: readonly string[], isOutermost: boolean): unknown {
  const [name, ...rest] = path
  if (name === undefined || typeof value !== 'object' || value === null) return gone
  const isList = Array.isArray(value)
  const isNeeded = !isOutermost && !isList && [schema, ...(schema.anyOf ?? [])].some(needs(name))
  const given = Object.entries(value).find(([known]) => known === name)
  const left = given ? without(given[1], shapeOf(schema, name, isList), rest, false) : gone
  if (left === gone && isNeeded) return gone
  const copy = isList ? value.slice() : { ...value }
  if (left === gone) Reflect.deleteProperty(copy, name)
  else Reflect.set(copy, name, left)
  return copy
}

const needs = (name: string) => (schema: Shape) => schema.required?.includes(name) ?? false

function shapeOf(schema: Shape, name: string, isList: boolean): Shape {
  const found = [schema, ...(schema.anyOf ?? [])].map((one) => {
    if (isList) return one.items
    return (
      one.properties?.[name] ?? (typeof one.additionalProperties === 'object' ? one.additionalProperties : undefined)
    )
  })
  return found.find((one) => one !== undefined) ?? {}
}
