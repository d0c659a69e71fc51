import { availableParallelism } from 'node:os'
import type { FinishedAgreement } from '../../core/agreements/document/index.ts'
import type { FinishPdf } from '../../core/agreements/sources/index.ts'
import { createLimitedWorker } from '../../workers/index.ts'
import { setAgreement } from './agreement.ts'
import type { TypesetJob } from './model.ts'
import { nameProducer } from './producer.ts'

/**
 * The typesetter runs in separate processes, because its memory is native, and native code can only be stopped from
 * outside. One process uses one core, so a machine with several cores sets several documents at once.
 */
const worker = createLimitedWorker<TypesetJob, Uint8Array>(new URL('./worker.ts', import.meta.url), {
  kind: 'process',
  workers: Math.min(availableParallelism(), 4),
  memoryMb: 1_200,
  timeoutMs: 60_000,
  idleMs: 300_000,
  waiting: 1_000,
})

/**
 * Sets a finished agreement as a PDF: the text with its values, the signatures, and the record of signing. A seal is
 * added to these bytes afterwards.
 */
export async function renderAgreementPdf(input: FinishedAgreement, finish?: FinishPdf): Promise<Uint8Array> {
  const { over, ...job } = setAgreement(input)
  const set = nameProducer(await worker.run(job))
  if (!input.pdf) return set
  if (!finish) throw new Error('Nobody writes on PDFs here.')
  const layers = new Map(over.map((page, index) => [page, index]))
  const { bytes, covered } = input.pdf
  return finish(bytes, { set, layers, rest: over.length, covered })
}
