import type { TSchema } from 'typebox'
import { aboutFault, aboutShape, type Sentence } from '../texts/index.ts'
import { readPointer, type ShapeError, valueAt } from './shape-errors.ts'

// Each part of these has an error of its own.
const summaries = new Set(['anyOf', 'propertyNames'])

/**
 * The errors of a value without summaries. An error of type is left out if the value or its inside has another error,
 * because the value then fits one of several types. Several errors of type become one.
 */
export function withoutSummaries(errors: readonly ShapeError[]): ShapeError[] {
  const told = errors.filter(({ keyword }) => !summaries.has(keyword))
  const judged = new Set(told.flatMap(({ keyword, instancePath }) => (keyword === 'type' ? [] : instancePath)))
  const isOutside = (path: string) => told.some(({ instancePath }) => instancePath.startsWith(`${path}/`))
  return joinTypes(
    told.filter(
      ({ keyword, instancePath }) => keyword !== 'type' || !(judged.has(instancePath) || isOutside(instancePath)),
    ),
  )
}

function joinTypes(errors: readonly ShapeError[]): ShapeError[] {
  const byPath = Map.groupBy(errors, ({ keyword, instancePath }) => (keyword === 'type' ? instancePath : null))
  return errors.flatMap((error) => {
    if (error.keyword !== 'type') return error
    const all = byPath.get(error.instancePath) ?? []
    if (all[0] !== error) return []
    const types = all.flatMap(({ params }) => ('type' in params ? params.type : []))
    return { ...error, params: { ...error.params, type: [...new Set(types.map(String))] } } as ShapeError
  })
}

/** Describes the right value in the place of an error. `schema` is the schema of the whole value. */
export function describeShape(schema: TSchema, error: ShapeError): Sentence {
  const { keyword, params } = error
  switch (keyword) {
    case 'required':
      return aboutShape('required')
    case 'additionalProperties': {
      const known = Object.keys(Object(valueAt(schema, [...readPointer(error.schemaPath.slice(1)), 'properties'])))
      return known.length > 0 ? aboutShape('no_member_of', { known }) : aboutShape('no_member')
    }
    case 'enum':
      return aboutFault({ code: 'enum', params: { allowed: params.allowedValues } })
    case 'const':
      return aboutFault({ code: 'enum', params: { allowed: [params.allowedValue] } })
    case 'type':
      return aboutType([params.type].flat())
    case 'maxLength':
      return aboutShape('max_length', params)
    case 'minLength':
      return aboutShape('min_length', params)
    case 'minItems':
      return aboutShape('min_items', params)
    case 'maxItems':
      return aboutShape('max_items', params)
    case 'uniqueItems':
      return aboutShape('unique')
    case 'pattern': {
      const examples = valueAt(schema, [...readPointer(error.schemaPath.slice(1)), 'examples'])
      return aboutShape('pattern', { examples: [examples].flat().map(String) })
    }
    case 'minProperties':
      return aboutShape('min_properties', params)
    case 'maxProperties':
      return aboutShape('max_properties', params)
    case 'minimum':
      return aboutShape('minimum', { limit: Number(params.limit) })
    case 'maximum':
      return aboutShape('maximum', { limit: Number(params.limit) })
    case 'exclusiveMinimum':
      return aboutShape('more_than', { limit: Number(params.limit) })
    default:
      return aboutShape('other', { message: error.message })
  }
}

const sentences: Readonly<Record<string, 'text' | 'boolean' | 'integer' | 'number'>> = {
  string: 'text',
  boolean: 'boolean',
  integer: 'integer',
  number: 'number',
}

function aboutType(types: readonly string[]): Sentence {
  const [only = ''] = types
  const code = types.length === 1 ? sentences[only] : undefined
  return code ? aboutShape(code) : aboutShape('type', { types })
}
