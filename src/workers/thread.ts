import { Worker } from 'node:worker_threads'
import { compiledCode } from './compiled.ts'
import type { StartWorker } from './messages.ts'

const youngMb = 16
const stackMb = 4

/** A worker in a thread of this process. It does not get the environment. */
export const startThread: StartWorker = (module, memoryMb, listener) => {
  let thrown: Error | undefined
  const worker = new Worker(module, {
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: youngMb, stackSizeMb: stackMb },
    env: compiledCode(),
  })
  worker.on('message', listener.told)
  worker.once('error', (error: Error) => {
    thrown = error
  })
  worker.once('exit', () => listener.ended(isOutOfMemory(thrown), thrown))
  return {
    send: (message) => worker.postMessage(message),
    hold: (isHeld) => (isHeld ? worker.ref() : worker.unref()),
    end: async () => {
      await worker.terminate()
    },
  }
}

function isOutOfMemory(error: Error | undefined): boolean {
  return error !== undefined && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}
