import type { FaultCode, FaultParams } from '../texts/index.ts'

/**
 * One broken rule of an input: the path, the rule, and the params of its sentence in src/texts. `params.value` is the
 * refused value, and is left out when it is secret.
 */
export type Fault = { path: string[]; code: FaultCode; params: Readonly<Record<string, unknown>> }

type Given<Code extends FaultCode> = [FaultParams<Code>] extends [undefined]
  ? [params?: { value?: unknown }]
  : [params: FaultParams<Code> & { value?: unknown }]

/** A fault at a path of core members, with the params of its sentence. */
export function fault<Code extends FaultCode>(path: readonly string[], code: Code, ...[params]: Given<Code>): Fault {
  return { path: [...path], code, params: params ?? {} }
}

/** Prefixes the paths of faults of a part. */
export function inside(path: readonly string[], faults: readonly Fault[]): Fault[] {
  return faults.map((found) => ({ ...found, path: [...path, ...found.path] }))
}
