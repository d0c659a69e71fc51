import type { SealTools } from '../../core/evidence/index.ts'
import type { Send } from '../../core/webhooks/index.ts'
import { createLimitedWorker } from '../../workers/index.ts'
import { makeCrl, makeLeaf, makeRoot } from './certificates.ts'
import { readCrls, readPem } from './pem.ts'
import { readPkcs12 } from './pkcs12.ts'
import type { PrepareJob } from './prepare.ts'
import { refreshSeal } from './refresh.ts'
import { rehearseSeal } from './rehearse.ts'
import { sealDocument } from './seal.ts'
import { orFail, stampBeside } from './stamp-beside.ts'
import type { SealJob, SealJobDone } from './work.ts'

const module = new URL('./worker.ts', import.meta.url)
const usual = { memoryMb: 700, timeoutMs: 60_000 }

type SealToolsOptions = {
  /** Sends requests to external authorities through the guarded HTTP client. */
  send: Send
  memoryMb?: number
  timeoutMs?: number
}

/**
 * Tools that seal. A worker parses foreign documents, and stamps as the built-in authority when its key is RSA; close
 * the tools to end it. A rehearsal stamps in this thread and starts no worker.
 */
export function createSealTools({ send, ...own }: SealToolsOptions): SealTools & { close(): Promise<void> } {
  const limits = { kind: 'thread', idleMs: 300_000, waiting: 1_000, ...usual, ...own } as const
  const worker = createLimitedWorker<SealJob, SealJobDone>(module, limits)
  const work = (job: SealJob) => worker.run(job)
  // What reads PDFs is loaded with the first document, not when the server starts.
  const prepareHere = async (job: PrepareJob) => (await import('./prepare.ts')).prepareSeal(job)
  const prepareBeside = async (job: PrepareJob) => orFail((await work({ kind: 'prepare', job })).prepared)
  return {
    makeRoot,
    makeLeaf,
    makeCrl,
    readPkcs12,
    readPem,
    readCrls,
    seal: (request) =>
      sealDocument(
        { send, prepare: request.isSetHere ? prepareHere : prepareBeside },
        { ...request, authorities: stampBeside(work, request.authorities) },
      ),
    rehearse: (request) => rehearseSeal(send, request),
    refresh: (request) => refreshSeal(send, { ...request, authorities: stampBeside(work, request.authorities) }),
    close: () => worker.close(),
  }
}
