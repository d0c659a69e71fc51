type Schema = Record<string, unknown>

/** A value that fits a schema, for a form to start from: its example, its first word, or the plainest there is. */
export function exampleOf(schema: unknown): unknown {
  if (!isSchema(schema)) return null
  if (Array.isArray(schema.examples)) return schema.examples[0]
  if (Array.isArray(schema.enum)) return schema.enum[0]
  if (Array.isArray(schema.anyOf)) return exampleOf(schema.anyOf[0])
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case 'object':
      return exampleObject(schema)
    case 'array':
      return [exampleOf(schema.items)]
    case 'integer':
      return schema.default ?? 1
    case 'boolean':
      return true
    default:
      return ''
  }
}

// Only what must be given: a newcomer's first request should be as short as it can be.
function exampleObject({ properties, required }: Schema): Schema {
  const names = Array.isArray(required) ? required : []
  const members = isSchema(properties) ? Object.entries(properties) : []
  return Object.fromEntries(
    members.filter(([name]) => names.includes(name)).map(([name, member]) => [name, exampleOf(member)]),
  )
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null
}
