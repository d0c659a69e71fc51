import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { compiledCode } from './compiled.ts'
import type { FromWorker, StartWorker } from './messages.ts'

/** A worker in its own process. It does not get the environment of this process, which has keys and passwords. */
export const startProcess: StartWorker = (module, memoryMb, listener) => {
  let isEnded = false
  const child = fork(fileURLToPath(module), [String(memoryMb)], {
    env: compiledCode(),
    execArgv: [`--max-old-space-size=${memoryMb}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  child.on('message', (message) => listener.told(message as FromWorker))
  // Without a listener, a process that could not start would throw here.
  child.once('error', () => child.kill('SIGKILL'))
  child.once('close', (code, signal) => {
    const wasEnded = isEnded
    isEnded = true
    // Only its own watcher, V8 (SIGABRT) and a system out of memory end it by these signals.
    listener.ended(!wasEnded && (signal === 'SIGKILL' || signal === 'SIGABRT' || code === 134))
  })
  return {
    send: (message) => child.send(message, () => {}),
    hold: (isHeld) => {
      if (isHeld) child.ref()
      else child.unref()
      if (isHeld) child.channel?.ref()
      else child.channel?.unref()
    },
    end: async () => {
      if (isEnded) return
      isEnded = true
      const closed = once(child, 'close')
      child.kill('SIGKILL')
      await closed
    },
  }
}
