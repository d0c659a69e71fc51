import type { MisfitCode, MisfitParams } from '../../texts/index.ts'
import type { Id } from '../ids.ts'

/** A fault of a trail: a code of src/texts with the params of its sentence. */
export type Misfit = { code: MisfitCode; params: object }

/** A difference between the evidence and its trail. `id` is the id of the thing, or of its chain. */
export type Finding = {
  what: 'log' | 'chain' | 'opening' | 'signer' | 'field' | 'consent' | 'document' | 'submission' | 'event'
  id: Id
  misfit: Misfit
}

type Given<Code extends MisfitCode> = [MisfitParams<Code>] extends [undefined] ? [] : [params: MisfitParams<Code>]

export function misfit<Code extends MisfitCode>(code: Code, ...[params]: Given<Code>): Misfit {
  return { code, params: params ?? {} }
}
