import { verdictsVariable, writeVerdict } from './verdicts.ts'
import { watchResponses } from './watch.ts'

// Imported by a server that a test starts as a process of its own, before its main program. A verdict is written at once,
// because tests kill such processes.
const file = process.env[verdictsVariable]
if (file) watchResponses((faults) => writeVerdict(file, { judged: 1, faults }))
