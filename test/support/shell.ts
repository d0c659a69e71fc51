import { tmpdir } from 'node:os'
import { runCommand } from '../../src/cli/index.ts'
import type { Environment } from './server-process.ts'

let last: Promise<unknown> = Promise.resolve()

/**
 * Runs one `sealane` command to its end in this process, which spares the start of another. Answers what
 * runSealane answers. Settings and streams belong to the process, so that commands run one after the other.
 */
export function runHere(args: string[], environment: Environment): Promise<{ code: number; out: string; err: string }> {
  const run = last.then(() =>
    runWith(args, { PATH: process.env.PATH ?? '', HOME: tmpdir(), PORT: '0', ...environment }),
  )
  last = run.catch(() => {})
  return run
}

async function runWith(args: string[], environment: Environment) {
  const settings = process.env
  const [out, err] = [catchWrites(process.stdout), catchWrites(process.stderr)]
  process.env = environment
  try {
    const code = await runCommand(args)
    return { code, out: out.text(), err: err.text() }
  } finally {
    process.env = settings
    for (const caught of [out, err]) caught.release()
  }
}

/** Takes what is written to a stream of the process until it is released. */
function catchWrites(stream: NodeJS.WriteStream) {
  const chunks: string[] = []
  const write = stream.write
  stream.write = (chunk: string | Uint8Array) => {
    chunks.push(Buffer.from(chunk).toString('utf8'))
    return true
  }
  const release = () => {
    stream.write = write
  }
  return { text: () => chunks.join(''), release }
}
