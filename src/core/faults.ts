import type { FaultCode, FaultParams } from '../texts/index.ts'

/**
 * One broken rule of an input: where, which rule, and what its sentence is made with. Sentences stand in src/texts, by
 * code. `value` among the params is what was seen; it is left out when it is secret.
 */
export type Fault = { path: string[]; code: FaultCode; params: Readonly<Record<string, unknown>> }

type Given<Code extends FaultCode> = [FaultParams<Code>] extends [undefined]
  ? [params?: { value?: unknown }]
  : [params: FaultParams<Code> & { value?: unknown }]

/** A fault at a path of members of core, with what its sentence needs. */
export function fault<Code extends FaultCode>(path: readonly string[], code: Code, ...[params]: Given<Code>): Fault {
  return { path: [...path], code, params: params ?? {} }
}

/** The same faults of a part, seen from what it is a part of. */
export function inside(path: readonly string[], faults: readonly Fault[]): Fault[] {
  return faults.map((found) => ({ ...found, path: [...path, ...found.path] }))
}
