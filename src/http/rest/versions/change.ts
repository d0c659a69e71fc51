/** The parts of a JSON schema that change modules read. */
export type ObjectSchema = {
  type: 'object'
  properties: Record<string, object>
  required: string[]
  additionalProperties?: false
}

/** A resource in wire form. */
export type Wire = Record<string, unknown>

/**
 * One change between two versions, in reverse: it removes the additions of the newer version. Core knows only the
 * newest shape. These changes lead from it to the older versions.
 */
export type VersionChange = {
  id: string
  /** A sentence for integrators, in /versions and in docs/api/changelog.md. */
  description: string
  resources: readonly string[]
  /** Makes the older schema from a newer one. */
  schema(newer: ObjectSchema): ObjectSchema
  /** Makes the older shape from a newer one. It is pure: it never changes its argument. */
  response(newer: Wire): Wire
}

/** The schema without some of its members. */
export function withoutMembers(schema: ObjectSchema, names: readonly string[]): ObjectSchema {
  const properties = Object.fromEntries(Object.entries(schema.properties).filter(([name]) => !names.includes(name)))
  return { ...schema, properties, required: schema.required.filter((name) => !names.includes(name)) }
}

/** The object without some of its members. */
export function withoutValues(wire: Wire, names: readonly string[]): Wire {
  return Object.fromEntries(Object.entries(wire).filter(([name]) => !names.includes(name)))
}
