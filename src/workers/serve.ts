import { writeFileSync } from 'node:fs'
import { parentPort, type Transferable, Worker } from 'node:worker_threads'
import { keepCompiledCode } from './compiled.ts'
import type { FromWorker, ToWorker } from './messages.ts'

/**
 * Runs inside a worker and does one piece of work after another. The module that is given to createLimitedWorker
 * calls it once. Inputs and results must be plain data (the structured clone algorithm).
 */
export function serveWork<Input, Result>(work: (input: Input) => Result | Promise<Result>): void {
  const send = openChannel(async ({ input }) => {
    try {
      // The types of both ends meet here: the module was paired with them when the worker was made.
      send({ result: await work(input as Input), memory: process.memoryUsage.rss() })
    } catch (error) {
      send({ error: describe(error), memory: process.memoryUsage.rss() })
    }
  })
  send({ isReady: true })
  keepCompiledCode()
}

function openChannel(receive: (message: ToWorker) => void): (message: FromWorker) => void {
  const port = parentPort
  if (port) {
    port.on('message', receive)
    return (message) => port.postMessage(message, buffersOf(message))
  }
  process.on('message', (message) => receive(message as ToWorker))
  // The parent process decides when this process ends. The terminal sends its signals to both.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})
  process.once('disconnect', () => process.exit())
  yieldMemoryFirst()
  watchMemory()
  return (message) => process.send?.(message)
}

// A result of bytes that owns its whole buffer is moved and not copied.
function buffersOf(message: FromWorker): Transferable[] {
  const result = 'result' in message ? message.result : undefined
  const isWhole = result instanceof Uint8Array && result.byteLength === result.buffer.byteLength
  return isWhole && result.buffer instanceof ArrayBuffer ? [result.buffer] : []
}

// When the machine itself runs out of memory, Linux ends this process before the server.
function yieldMemoryFirst(): void {
  try {
    writeFileSync('/proc/self/oom_score_adj', '900')
  } catch {
    // Other systems have no such file, and some forbid writing it.
  }
}

// Native code may block the main thread for long, so another thread watches the time and ends the process.
function watchMemory(): void {
  const limitMb = Number(process.argv[2])
  const watcher = new Worker(new URL('./watch-memory.ts', import.meta.url), { workerData: { limitMb } })
  watcher.unref()
}

// The properties of an error, such as its code, travel with it.
function describe(error: unknown): { name: string; message: string; stack: string } {
  if (error instanceof Error) {
    const words = Object.entries(error).filter(([, value]) => typeof value === 'string')
    return { ...Object.fromEntries(words), name: error.name, message: error.message, stack: error.stack ?? '' }
  }
  return { name: 'Error', message: String(error), stack: '' }
}
