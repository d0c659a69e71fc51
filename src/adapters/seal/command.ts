import { spawn } from 'node:child_process'
import type { SealFault } from '../../core/evidence/index.ts'
import { SealError } from './fault.ts'

/** How long a command may take: an HSM answers in milliseconds, a remote provider in seconds. */
const mostMs = 30_000
const mostBytes = 16_384

/**
 * Lets a command sign. The command reads the bytes to sign, and writes only the signature over their SHA-256
 * (docs/sealing.md). Throws SealError when it fails, writes nothing, or takes too long.
 */
export function signByCommand(command: readonly string[], data: Uint8Array, timeoutMs = mostMs): Promise<Uint8Array> {
  const [program = '', ...args] = command
  return new Promise((resolve, reject) => {
    // The command gets its own process group, so that its child processes end with it.
    const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'], detached: true })
    const [out, said]: [Buffer[], Buffer[]] = [[], []]
    let size = 0
    const words = () => Buffer.concat(said).toString().slice(0, 300).trim()
    const stop = (message: string, code: SealFault = 'signing_failed') => {
      reject(failed(message, words(), code))
      if (child.pid !== undefined) end(child.pid)
    }
    const timer = setTimeout(
      () => stop(`The signing command was ended after ${timeoutMs} ms.`, 'signing_slow'),
      timeoutMs,
    )
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > mostBytes) stop('The signing command wrote more than a signature.')
      else out.push(chunk)
    })
    child.stderr.on('data', (chunk: Buffer) => said.length < 20 && said.push(chunk))
    // A command may exit without reading its input.
    child.stdin.on('error', () => {})
    child.on('error', (error) => reject(failed('The signing command cannot be started.', error.message)))
    child.on('close', (status) => {
      clearTimeout(timer)
      if (status !== 0) reject(failed(`The signing command ended with status ${status}.`, words()))
      else if (size === 0) reject(failed('The signing command wrote no signature.', words()))
      else resolve(Buffer.concat(out))
    })
    child.stdin.end(data)
  })
}

function end(group: number): void {
  try {
    process.kill(-group, 'SIGKILL')
  } catch {
    // The command has ended by itself.
  }
}

function failed(message: string, said: string, code: SealFault = 'signing_failed'): SealError {
  return new SealError(code, said === '' ? message : `${message} It says: ${said}`)
}
