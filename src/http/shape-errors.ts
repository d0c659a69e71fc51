import type { TLocalizedValidationError } from 'typebox/error'
import { Settings } from 'typebox/system'

// A value tells all that is wrong with it, not the first eight things. What is beyond a bound is cut off before.
Settings.Set({ maxErrors: 10_000 })

/** One thing that is wrong with the shape of a JSON value. */
export type ShapeError = TLocalizedValidationError

/**
 * The errors of a value without their echoes: a member of a map that is at fault is told of as the member, and once more as
 * one that the map should not have; and a member that should not be there is told of as one whose schema is false.
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

/** A name as a part of a JSON pointer (RFC 6901). */
export function escapePointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1')
}

/** The names on the way of a JSON pointer. */
export function readPointer(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** What stands at a place inside a value; undefined when nothing does. */
export function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, name) => (Object(inner) === inner ? Reflect.get(Object(inner), name) : undefined),
    value,
  )
}
