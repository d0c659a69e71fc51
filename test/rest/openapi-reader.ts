import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'

type Operation = {
  operationId: string
  tags: string[]
  summary: string
  parameters: object[]
  responses: Record<string, object>
}

type Json = { [name: string]: unknown }

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null
}

/** The member at a JSON pointer of a document. */
export function lookUp(document: object, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((value, name) => (isObject(value) ? value[name.replaceAll('~1', '/')] : undefined), document)
}

/** Every `$ref` of a document, with its target. */
export function references(document: object, value: unknown = document): { ref: string; found: unknown }[] {
  if (!isObject(value)) return []
  const own = typeof value.$ref === 'string' ? [{ ref: value.$ref, found: lookUp(document, value.$ref) }] : []
  return [...own, ...Object.values(value).flatMap((member) => references(document, member))]
}

/** Every operation of a document. */
export function operationsOf(document: object): Operation[] {
  const paths = lookUp(document, '#/paths')
  return isObject(paths) ? Object.values(paths).flatMap((path) => Object.values(path as Record<string, Operation>)) : []
}

type Checks = {
  /** Against a schema of the components, by its name. */
  of(name: string): ValidateFunction
  /** Validates against the schema of an operation's answer with a status; null when it has no JSON. */
  ofReply(path: string, method: string, status: number): ValidateFunction | null
}

/** Checks values against the schemas of a document. Unknown keywords and formats are faults of the document. */
export function compileSchemas(document: object): Checks {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true })
  formats.default(ajv)
  ajv.addVocabulary(['openapi', 'info', 'servers', 'security', 'tags', 'paths', 'webhooks', 'components'])
  ajv.addSchema(document, 'document', undefined, false)
  const known = new Map<string, ValidateFunction>()
  const compile = (pointer: string) => {
    const check = known.get(pointer) ?? ajv.compile({ $ref: `document#${pointer}` })
    known.set(pointer, check)
    return check
  }
  return {
    of: (name) => compile(`/components/schemas/${name}`),
    ofReply(path, method, status) {
      const steps = ['paths', path, method.toLowerCase(), 'responses', status, 'content', 'application/json', 'schema']
      const pointer = steps.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
      if (lookUp(document, `#${pointer}`) === undefined) return null
      return compile(encodeURI(pointer))
    },
  }
}
