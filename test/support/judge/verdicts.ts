import { appendFileSync, readFileSync } from 'node:fs'

/** Names the file to which every process of a test run writes its verdicts. */
export const verdictsVariable = 'JSONAPI_VERDICTS'

/** How many responses were judged, and what is wrong with them. */
export type Verdict = { judged: number; faults: string[] }

/** Adds to the verdicts of the run. */
export function writeVerdict(file: string, verdict: Verdict): void {
  appendFileSync(file, `${JSON.stringify(verdict)}\n`)
}

/** The number of responses that the whole run has judged. Throws with all faults when a response had one. */
export function readVerdicts(file: string): number {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  const verdicts: Verdict[] = lines.map((line) => JSON.parse(line))
  const faults = verdicts.flatMap((verdict) => verdict.faults)
  if (faults.length > 0) throw new Error(`Responses break JSON:API 1.1:\n${faults.join('\n')}`)
  return verdicts.reduce((sum, { judged }) => sum + judged, 0)
}
