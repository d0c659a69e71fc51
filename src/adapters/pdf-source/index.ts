import type { FinishPdf, PdfSources } from '../../core/agreements/sources/index.ts'
import { createLimitedWorker, isBrokenLimit } from '../../workers/index.ts'
import type { SourceJob, SourceResult } from './jobs.ts'

const module = new URL('./worker.ts', import.meta.url)
const usual = { memoryMb: 900, judgeMs: 30_000, workMs: 60_000 }

/**
 * PDFs as sources of agreements: judged, drawn and finished. Files of strangers are opened in separate processes,
 * because native code can only be stopped from outside. New files and accepted files have processes of their own, so
 * that new ones do not delay the others.
 */
export function createPdfSources({
  memoryMb,
  judgeMs,
  workMs,
} = usual): Omit<PdfSources, 'convert'> & { finish: FinishPdf; close(): Promise<void> } {
  const limits = { kind: 'process', memoryMb, idleMs: 300_000 } as const
  const judge = createLimitedWorker<SourceJob, SourceResult>(module, { ...limits, timeoutMs: judgeMs, waiting: 20 })
  const work = createLimitedWorker<SourceJob, SourceResult>(module, { ...limits, timeoutMs: workMs, waiting: 1_000 })
  return {
    async read(bytes, most) {
      try {
        const result = await judge.run({ kind: 'read', bytes, most })
        return result.kind === 'read' ? result.found : mixedUp()
      } catch (error) {
        if (isBrokenLimit(error)) return { refusal: 'pdf_heavy' }
        throw error
      }
    },
    async draw(bytes, page, width) {
      const result = await work.run({ kind: 'draw', bytes, page, width })
      return result.kind === 'draw' ? result.drawn : mixedUp()
    },
    async finish(bytes, finishing) {
      const result = await work.run({ kind: 'finish', bytes, finishing })
      return result.kind === 'finish' ? result.bytes : mixedUp()
    },
    async close() {
      await Promise.all([judge.close(), work.close()])
    },
  }
}

/** The PDF sources of this server. */
export const pdfSources = createPdfSources()

function mixedUp(): never {
  throw new Error('A worker returned the result of other work.')
}
