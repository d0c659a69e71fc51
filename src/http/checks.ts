import type { Static, TSchema } from 'typebox'
import { Compile } from 'typebox/schema'

/** Makes the check of a schema. The check compiles with the first value, so the start does not wait for it. */
export function checkerOf<S extends TSchema>(schema: S): (value: unknown) => value is Static<S> {
  let compiled: { Check(value: unknown): boolean } | undefined
  return (value): value is Static<S> => {
    compiled ??= Compile(schema)
    return compiled.Check(value)
  }
}
