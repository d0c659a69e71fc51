import { serveWork } from '../../workers/serve.ts'
import { drawPdfPage } from './draw.ts'
import { finishPdf } from './finish.ts'
import type { SourceJob, SourceResult } from './jobs.ts'
import { readPdf } from './read.ts'

serveWork(async (job: SourceJob): Promise<SourceResult> => {
  switch (job.kind) {
    case 'read':
      return { kind: 'read', found: await readPdf(job.bytes, job.most) }
    case 'draw':
      return { kind: 'draw', drawn: await drawPdfPage(job.bytes, job.page, job.width) }
    case 'finish':
      return { kind: 'finish', bytes: await finishPdf(job.bytes, job.finishing) }
  }
})
