import type { SealTools } from '../../core/evidence/index.ts'
import type { Send } from '../../core/webhooks/index.ts'
import { createLimitedWorker } from '../../workers/index.ts'
import { makeCrl, makeLeaf, makeRoot } from './certificates.ts'
import { readCrls, readPem } from './pem.ts'
import { readPkcs12 } from './pkcs12.ts'
import type { Prepared, PrepareJob } from './prepare.ts'
import { refreshSeal } from './refresh.ts'
import { rehearseSeal } from './rehearse.ts'
import { sealDocument } from './seal.ts'

export { SealError } from './fault.ts'

const module = new URL('./worker.ts', import.meta.url)
const usual = { memoryMb: 700, timeoutMs: 60_000 }

export type SealToolsOptions = {
  /** Asks authorities elsewhere: the guarded way out of this server. */
  send: Send
  memoryMb?: number
  timeoutMs?: number
}

/** Tools that seal. Documents are taken apart in a worker; close them when they are no longer needed. */
export function createSealTools({ send, ...own }: SealToolsOptions): SealTools & { close(): Promise<void> } {
  const limits = { kind: 'thread', idleMs: 300_000, waiting: 1_000, ...usual, ...own } as const
  const worker = createLimitedWorker<PrepareJob, Prepared>(module, limits)
  return {
    makeRoot,
    makeLeaf,
    makeCrl,
    readPkcs12,
    readPem,
    readCrls,
    seal: (request) => sealDocument({ send, prepare: (job) => worker.run(job) }, request),
    rehearse: (request) => rehearseSeal(send, request),
    refresh: (request) => refreshSeal(send, request),
    close: () => worker.close(),
  }
}
