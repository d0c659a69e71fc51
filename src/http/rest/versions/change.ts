/** A JSON schema, as far as change modules look into it. */
export type ObjectSchema = {
  type: 'object'
  properties: Record<string, object>
  required: string[]
  additionalProperties?: false
}

/** A resource as it goes over the wire. */
export type Wire = Record<string, unknown>

/**
 * One change between two versions, told backwards: what the newer version has and the older had not. Core knows only
 * the newest shape; a released version is the newest one, walked back through these.
 */
export type VersionChange = {
  id: string
  /** One sentence for integrators; /versions and docs/api/changelog.md are made of these. */
  description: string
  resources: readonly string[]
  /** The older schema of a newer one. */
  schema(newer: ObjectSchema): ObjectSchema
  /** The older shape of a newer one. Pure: never changes what it is given. */
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
