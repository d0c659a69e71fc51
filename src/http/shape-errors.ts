import type { TLocalizedValidationError } from 'typebox/error'
import { Settings } from 'typebox/system'

// Reports all errors of a value, not the first eight. Values are cut to their bounds first.
Settings.Set({ maxErrors: 10_000 })

/** One fault in the shape of a JSON value. */
export type ShapeError = TLocalizedValidationError

/**
 * The errors of a value without duplicates. TypeBox reports a bad member of a map twice, the second time as a forbidden
 * member. It also reports an unknown member a second time, as a member with the schema false.
 */
export function withoutEchoes(errors: readonly ShapeError[]): ShapeError[] {
  const told = new Set(
    errors.flatMap(({ keyword, instancePath }) =>
      keyword === 'additionalProperties' || keyword === 'boolean' ? [] : instancePath,
    ),
  )
  return errors.filter(({ keyword, params, instancePath }) => {
    if (keyword === 'boolean') return false
    const names = 'additionalProperties' in params ? params.additionalProperties : []
    return names.length === 0 || !names.every((name) => told.has(`${instancePath}/${escapePointer(name)}`))
  })
}

/** The missing or unknown members of an error. */
export function membersAtFault({ params }: ShapeError): readonly string[] | undefined {
  if ('requiredProperties' in params) return params.requiredProperties
  return 'additionalProperties' in params ? params.additionalProperties : undefined
}

/** A name as a part of a JSON pointer (RFC 6901). */
function escapePointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1')
}

/** The names in a JSON pointer. */
export function readPointer(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** The value at a path inside a value; undefined if the path does not exist. */
export function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, name) => (Object(inner) === inner ? Reflect.get(Object(inner), name) : undefined),
    value,
  )
}
