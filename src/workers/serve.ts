import { writeFileSync } from 'node:fs'
import { parentPort, type Transferable, Worker } from 'node:worker_threads'
import type { FromWorker, ToWorker } from './messages.ts'

/**
 * The inside of a worker: does one piece of work after another, as they come. To be called once by the module that is
 * given to createLimitedWorker. What an input or a result holds must be plain data (the structured clone algorithm).
 */
export function serveWork<Input, Result>(work: (input: Input) => Result | Promise<Result>): void {
  const send = openChannel(async ({ input }) => {
    try {
      // The one place where the types of both ends meet: the module was paired with them when the worker was made.
      send({ result: await work(input as Input), memory: process.memoryUsage.rss() })
    } catch (error) {
      send({ error: describe(error), memory: process.memoryUsage.rss() })
    }
  })
  send({ isReady: true })
}

function openChannel(receive: (message: ToWorker) => void): (message: FromWorker) => void {
  const port = parentPort
  if (port) {
    port.on('message', receive)
    return (message) => port.postMessage(message, buffersOf(message))
  }
  process.on('message', (message) => receive(message as ToWorker))
  // Who started us decides when we end: its terminal sends the same signals to us.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})
  process.once('disconnect', () => process.exit())
  yieldMemoryFirst()
  watchMemory()
  return (message) => process.send?.(message)
}

// A result of bytes is handed over, not copied, when it owns all of its memory.
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
    // Another system, or one that does not let us.
  }
}

// Native code may keep the main thread for long, so another thread watches. It ends the process, which is what it is for.
function watchMemory(): void {
  const limitMb = Number(process.argv[2])
  const watcher = new Worker(new URL('./watch-memory.ts', import.meta.url), { workerData: { limitMb } })
  watcher.unref()
}

// What an error says in words of its own, such as its code, travels with it.
function describe(error: unknown): { name: string; message: string; stack: string } {
  if (error instanceof Error) {
    const words = Object.entries(error).filter(([, value]) => typeof value === 'string')
    return { ...Object.fromEntries(words), name: error.name, message: error.message, stack: error.stack ?? '' }
  }
  return { name: 'Error', message: String(error), stack: '' }
}
