import type { SealTools } from '../../core/evidence/index.ts'
import { createLimitedWorker } from '../../workers/index.ts'
import { makeCrl, makeLeaf, makeRoot } from './certificates.ts'
import type { Prepared, PrepareJob } from './prepare.ts'
import { sealDocument } from './seal.ts'

export { SealError } from './fault.ts'

const module = new URL('./worker.ts', import.meta.url)
const usual = { memoryMb: 700, timeoutMs: 60_000 }

/** Tools that seal. Documents are taken apart in a worker; close them when they are no longer needed. */
export function createSealTools({ memoryMb, timeoutMs } = usual): SealTools & { close(): Promise<void> } {
  const limits = { kind: 'thread', memoryMb, timeoutMs, idleMs: 300_000, waiting: 1_000 } as const
  const worker = createLimitedWorker<PrepareJob, Prepared>(module, limits)
  return {
    makeRoot,
    makeLeaf,
    makeCrl,
    seal: (request) => sealDocument((job) => worker.run(job), request),
    close: () => worker.close(),
  }
}
