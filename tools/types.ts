type Schema = Record<string, unknown>

/** A JSON schema as a TypeScript type. It knows the words of our schemas; anything else is `unknown`. */
export function typeOf(schema: unknown, indent = ''): string {
  if (!isSchema(schema)) return 'unknown'
  if (typeof schema.$ref === 'string') return schema.$ref.split('/').at(-1) ?? 'unknown'
  if (Array.isArray(schema.anyOf)) return schema.anyOf.map((part) => typeOf(part, indent)).join(' | ')
  if (Array.isArray(schema.enum)) return schema.enum.map(literal).join(' | ')
  if (Array.isArray(schema.type)) return schema.type.map((type) => typeOf({ ...schema, type }, indent)).join(' | ')
  switch (schema.type) {
    case 'string':
    case 'boolean':
    case 'null':
      return schema.type
    case 'integer':
    case 'number':
      return 'number'
    case 'array':
      return `Array<${typeOf(schema.items, indent)}>`
    case 'object':
      return objectType(schema, indent)
    default:
      return 'unknown'
  }
}

function objectType(schema: Schema, indent: string): string {
  if (!isSchema(schema.properties)) return `Record<string, ${valueType(schema.additionalProperties, indent)}>`
  const required = Array.isArray(schema.required) ? schema.required : []
  const inner = `${indent}  `
  const lines = Object.entries(schema.properties).map(([name, member]) => {
    const about =
      isSchema(member) && typeof member.description === 'string' ? `${inner}/** ${member.description} */\n` : ''
    return `${about}${inner}${name}${required.includes(name) ? '' : '?'}: ${typeOf(member, inner)}`
  })
  return `{\n${lines.join('\n')}\n${indent}}`
}

function valueType(schema: unknown, indent: string): string {
  return isSchema(schema) ? typeOf(schema, indent) : 'unknown'
}

function literal(value: unknown): string {
  return typeof value === 'string' ? `'${value}'` : String(value)
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null
}
