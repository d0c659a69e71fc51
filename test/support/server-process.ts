import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import manifest from '../../package.json' with { type: 'json' }
import { verdictsVariable } from './judge/verdicts.ts'

// No vitest in here, because benchmarks start servers too.
const main = fileURLToPath(new URL('../../src/main.js', import.meta.url))
// As `npm run sealane` starts it.
const flags = manifest.scripts.sealane.split(' ').filter((word) => word.startsWith('--'))
const judge = new URL('judge/process.mjs', import.meta.url).href

export type Environment = Record<string, string>

/** A running `sealane` command. `output` is everything that it has printed so far, with log lines. */
type SealaneProcess = {
  child: ChildProcess
  output(): string
  /** Waits until it has printed a line with these words. */
  says(words: string): Promise<void>
  /** Sends the signal and waits for the end. Returns the exit code, or null when a signal ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>
}

/** A running `sealane serve`. */
export type ServerProcess = SealaneProcess & { url: string }

/** Starts `sealane serve` in a separate process on a free port, and resolves when it is ready. */
export async function startServer(
  home: string,
  environment: Environment = {},
  args: string[] = [],
): Promise<ServerProcess> {
  const server = startSealane(['serve', ...args], { SEALANE_HOME: home, ...environment })
  await server.says('is ready after')
  await server.says('\n\n')
  return { ...server, url: /REST +(\S+)\/v2/.exec(server.output())?.[1] ?? '' }
}

/** Starts a `sealane` command that runs until a signal. */
export function startSealane(args: string[], environment: Environment): SealaneProcess {
  const child = spawnSealane(args, environment)
  let printed = ''
  const collect = (chunk: Buffer) => {
    printed += chunk
    child.emit('printed')
  }
  child.stdout?.on('data', collect)
  child.stderr?.on('data', collect)
  const ended = once(child, 'exit')
  const says = async (words: string) => {
    while (!printed.includes(words)) {
      if (child.exitCode !== null || child.signalCode !== null)
        throw new Error(`It ended without "${words}":\n${printed}`)
      await Promise.race([once(child, 'printed'), ended])
    }
  }
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await ended
    return child.exitCode
  }
  return { child, output: () => printed, says, end }
}

/** Runs one `sealane` command to its end. */
export async function runSealane(args: string[], environment: Environment) {
  const child = spawnSealane(args, environment)
  const [out, err, [code]] = await Promise.all([readAll(child.stdout), readAll(child.stderr), once(child, 'exit')])
  return { code: Number(code), out, err }
}

const readAll = (stream: ChildProcess['stdout']): Promise<string> => (stream ? text(stream) : Promise.resolve(''))

/** The child gets no settings of this process, so that a developer's own cannot change a test. */
function spawnSealane(args: string[], environment: Environment): ChildProcess {
  const verdicts = process.env[verdictsVariable]
  const judged = verdicts ? { [verdictsVariable]: verdicts } : {}
  const env = { PATH: process.env.PATH ?? '', HOME: tmpdir(), PORT: '0', ...judged, ...environment }
  return spawn(process.execPath, [...flags, ...(verdicts ? ['--import', judge] : []), main, ...args], {
    env,
    cwd: tmpdir(),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}
