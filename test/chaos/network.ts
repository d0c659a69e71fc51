import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { HostileFindings } from './hostile.ts'

const run = promisify(execFile)
const limitMs = 400_000

// Every address in both families belongs to this machine, so a packet to any of them can be seen.
const enter = `
ip link set lo up && ip -4 route add local 0.0.0.0/0 dev lo && ip -6 route add local ::/0 dev lo
mount --bind "$1" /etc/resolv.conf
shift
exec "$@"`

/** The reason why this machine cannot have a separate network; null when it can. */
export async function whyNoNetwork(): Promise<string | null> {
  try {
    await inOwnNetwork(['true'])
    return null
  } catch {
    return 'it takes root, Linux and iproute2 to make a network in which a packet to any address can be seen'
  }
}

/** Runs a worker against the hostile world, in a separate network. */
export async function runHostile(): Promise<HostileFindings> {
  const output = await inOwnNetwork([process.execPath, fileURLToPath(new URL('hostile.ts', import.meta.url))])
  return JSON.parse(output.trim().split('\n').at(-1) ?? '')
}

async function inOwnNetwork(command: string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sealane-network-'))
  const names = join(folder, 'resolv.conf')
  await writeFile(names, 'nameserver 127.0.0.1\n')
  try {
    // All remaining processes in it end with it.
    const own = ['--net', '--mount', '--pid', '--fork', '--kill-child', '--mount-proc']
    const args = [...own, 'sh', '-ec', enter, 'sh', names, ...command]
    return (await run('unshare', args, { timeout: limitMs, maxBuffer: 1e8 })).stdout
  } finally {
    await rm(folder, { recursive: true })
  }
}
