import { JsonApiError, type Resource } from '../../../clients/jsonapi/src/index.ts'
import type { TextFault } from '../editor/faults.ts'

type Told = Resource<'agreement-previews'>['attributes']['faults'][number]
/** A fault of a draft, with its place as a pointer into the draft. */
export type Fault = Pick<Told, 'pointer' | 'line' | 'rule' | 'detail' | 'values'>

const ofDraft = /^\/data\/attributes\/(title|source|language|signerRoles|fields|requiredVerifications)(\/|$)/

/** The faults of a draft with an invalid shape. Null for every other error, which the page shows as a whole. */
export function faultsOf(error: unknown): Fault[] | null {
  if (!(error instanceof JsonApiError) || error.status !== 422) return null
  const faults = error.errors.map(({ source, code, detail }) => ({
    ...{ pointer: source?.pointer ?? '', line: null, rule: code, detail, values: {} },
  }))
  return faults.length > 0 && faults.every(({ pointer }) => ofDraft.test(pointer)) ? faults : null
}

/** The faults of the text, for the editor. */
export function textFaultsOf(faults: readonly Fault[]): TextFault[] {
  return faults
    .filter(({ pointer }) => pointer === '/data/attributes/source')
    .map(({ detail, line, rule, values }) => {
      // The editor shows the line itself.
      const message = detail.replace(/^\p{L}+ \d+\s?: /u, '')
      return { line: line ?? 1, message, ...(rule === 'known_field' ? { missing: String(values.key) } : {}) }
    })
}

/** The faults below a member, by the rest of their pointer: `/0/label`. */
export function faultsBelow(faults: readonly Fault[], member: string): Record<string, string> {
  const start = `/data/attributes/${member}`
  const below = faults.flatMap(({ pointer, detail }) =>
    pointer === start || pointer.startsWith(`${start}/`) ? [[pointer.slice(start.length), detail] as const] : [],
  )
  return Object.fromEntries(below)
}
