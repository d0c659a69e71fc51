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
 * One change between two versions, told backwards: it takes away what the newer version added. Core knows only the
 * newest shape; older versions are walked back to through these.
 */
export type VersionChange = {
  id: string
  /** A sentence for integrators, at /versions and in docs/api/changelog.md. */
  description: string
  resources: readonly string[]
  /** Makes the older schema of a newer one. */
  schema(newer: ObjectSchema): ObjectSchema
  /** Makes the older shape of a newer one. Pure: it never changes what it is given. */
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
