import type { ReadDrawing } from '../../core/ceremony/index.ts'
import { createLimitedWorker, WorkerLimitError } from '../../workers/index.ts'
import type { Decoded } from './decode.ts'
import { type Picture, readPicture } from './structure.ts'

// A drawing of the largest size takes about 100 MB and 0.2 s.
const limits = { kind: 'thread', memoryMb: 64, timeoutMs: 5_000, workers: 1, waiting: 50 } as const

/** Reads drawings: judged by their structure first, then decoded once, in a thread beside the server's own. */
export function createDrawingReader(): { read: ReadDrawing; close(): Promise<void> } {
  const worker = createLimitedWorker<Picture, Decoded>(new URL('./decode.ts', import.meta.url), limits)
  const read: ReadDrawing = async (file, largest) => {
    const picture = readPicture(file, largest)
    if (typeof picture === 'string') return { refused: picture }
    try {
      const { inkedPixels, png } = await worker.run(picture)
      return { inkedPixels, png: Buffer.from(png.buffer, png.byteOffset, png.byteLength) }
    } catch (error) {
      const isBusy = error instanceof WorkerLimitError && error.fault === 'busy'
      return { refused: isBusy ? 'busy' : 'png' }
    }
  }
  return { read, close: worker.close }
}
