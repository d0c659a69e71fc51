import { AsyncLocalStorage } from 'node:async_hooks'
import { tmpdir } from 'node:os'
import { onTestFinished } from 'vitest'
import { runCommand } from '../../src/cli/index.ts'
import type { Environment } from './server-process.ts'

type Written = { out: string; err: string; wrote(): void }

let last: Promise<unknown> = Promise.resolve()

/** What each command has written: a server goes on writing while other commands run. */
const running = new AsyncLocalStorage<Written>()
catchWrites(process.stdout, 'out')
catchWrites(process.stderr, 'err')

/**
 * Runs one `sealane` command to its end in this process, which spares the start of another. Answers what
 * runSealane answers. Settings belong to the process, so that commands run one after the other.
 */
export function runHere(args: string[], environment: Environment): Promise<{ code: number; out: string; err: string }> {
  const written = { out: '', err: '', wrote() {} }
  return inTurn(environment, async () => {
    const code = await running.run(written, () => runCommand(args))
    return { code, out: written.out, err: written.err }
  })
}

/** A `sealane serve` in this process. `output` is all that it has printed so far; what it logs is not kept. */
type ServerHere = {
  url: string
  output(): string
  /** Stops it as a signal does. Answers the exit code. */
  end(): Promise<number>
}

/**
 * Starts `sealane serve` in this process for one test, and answers when it is ready. To load the product again takes longer
 * than to start it. What signals, crashes or the log prove needs a process of its own: startServerForTest.
 */
export function startServerHere(home: string, environment: Environment = {}, args: string[] = []): Promise<ServerHere> {
  return inTurn({ LOG_LEVEL: 'silent', SEALANE_HOME: home, ...environment }, async () => {
    const others = new Set(process.listeners('SIGTERM'))
    const written: Written = { out: '', err: '', wrote() {} }
    const ended = running.run(written, () => runCommand(['serve', ...args]))
    const isReady = () => /is ready after .*\n\n/s.test(written.out)
    await Promise.race([ended, until(written, isReady)])
    if (!isReady()) throw new Error(`It ended with ${await ended}:\n${written.out}${written.err}`)
    const stops = process.listeners('SIGTERM').filter((one) => !others.has(one))
    const end = () => {
      for (const stop of stops.splice(0)) {
        for (const signal of ['SIGINT', 'SIGTERM'] as const) process.removeListener(signal, stop)
        stop('SIGTERM')
      }
      return ended
    }
    onTestFinished(() => end().then(() => {}))
    return { url: /REST +(\S+)\/v2/.exec(written.out)?.[1] ?? '', output: () => written.out, end }
  })
}

const until = (written: Written, isSo: () => boolean) =>
  new Promise<void>((resolve) => {
    written.wrote = () => isSo() && resolve()
  })

/** Does the work when all earlier ones are done, with these settings in the place of this process's own. */
function inTurn<T>(environment: Environment, work: () => Promise<T>): Promise<T> {
  const run = last.then(async () => {
    const settings = process.env
    process.env = { PATH: process.env.PATH ?? '', HOME: tmpdir(), PORT: '0', ...environment }
    try {
      return await work()
    } finally {
      process.env = settings
    }
  })
  last = run.catch(() => {})
  return run
}

/** Takes what a command writes to a stream of the process; all else goes its way. */
function catchWrites(stream: NodeJS.WriteStream, name: 'out' | 'err'): void {
  const write = stream.write.bind(stream)
  stream.write = (chunk: string | Uint8Array, ...rest: never[]) => {
    const written = running.getStore()
    if (!written) return write(chunk, ...rest)
    written[name] += Buffer.from(chunk).toString('utf8')
    written.wrote()
    return true
  }
}
