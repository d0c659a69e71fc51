import { createRequire } from 'node:module'
import { verdictsVariable, writeVerdict } from './verdicts.ts'
import { watchResponses } from './watch.ts'

// Imported by a server that a test starts as a process of its own, before its main program. The judge itself is loaded
// with the first response that it is asked about, so that starting is not slower; a verdict is written at once, because
// tests kill such processes.
const load = createRequire(import.meta.url)
const file = process.env[verdictsVariable]

if (file) {
  watchResponses(
    (...response) => {
      const { judgeResponse }: typeof import('./judge.ts') = load('./judge.ts')
      return judgeResponse(...response)
    },
    (faults) => writeVerdict(file, { judged: 1, faults }),
  )
}
