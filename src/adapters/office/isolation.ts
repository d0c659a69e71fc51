import { spawn } from 'node:child_process'

const ways = [
  ['unshare', '--net', '--'],
  ['unshare', '--map-root-user', '--net', '--'],
]
let found: Promise<readonly string[]> | undefined

/**
 * The arguments that start a program in a network namespace without any connection. Empty when the system does not
 * permit it.
 */
export function findIsolation(): Promise<readonly string[]> {
  found ??= find()
  return found
}

async function find(): Promise<readonly string[]> {
  for (const words of ways) if (await works([...words, 'true'])) return words
  return []
}

function works([program = '', ...words]: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, words, { stdio: 'ignore' })
    child.once('error', () => resolve(false))
    child.once('close', (code) => resolve(code === 0))
  })
}
