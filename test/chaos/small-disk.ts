import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, open, rm, rmdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { type Ground, useRealPostgres } from './ground.ts'
import type { Fault } from './scenario.ts'

const run = promisify(execFile)
const megabytes = 400
const ballastName = 'ballast'
const disks = new WeakMap<Ground, string>()

/** The reason why this machine cannot have a separate small disk; null when it can. */
export async function whyNoSmallDisk(): Promise<string | null> {
  try {
    await unmount(await mount())
    return null
  } catch {
    return 'a disk that can be full must be mounted, which takes root and the right to mount'
  }
}

/** A PostgreSQL with its data on a small disk. */
export async function useSmallDisk(): Promise<Ground> {
  const folder = await mount()
  const ground = await useRealPostgres(folder, ['max_wal_size=64MB'])
  const onDisk = { ...ground, stop: () => ground.stop().finally(() => unmount(folder)) }
  disks.set(onDisk, folder)
  return onDisk
}

/**
 * All bytes of the disk are taken for a while (ENOSPC), and then freed. If PostgreSQL ends because of that, it is
 * started again. Our processes are left alone.
 */
export const fillDisk =
  (ms: number): Fault =>
  async ({ ground, load, complain }) => {
    const refusedBefore = load.refused.length
    const file = join(disks.get(ground) ?? '', ballastName)
    const filling = new AbortController()
    const filled = keepFull(file, filling.signal)
    await pause(ms)
    filling.abort()
    await filled
    await rm(file)
    await ground.start()
    const refused = load.refused.slice(refusedBefore)
    if (!refused.some(({ status }) => status === 503)) complain('the full disk was not noticed by any call')
  }

/** Takes all bytes of the disk until released. */
export async function takeDisk(ground: Ground): Promise<() => Promise<void>> {
  const path = join(disks.get(ground) ?? '', ballastName)
  const file = await open(path, 'w')
  for (const size of [1024 * 1024, 4_096]) await writeUntilFull(file, Buffer.alloc(size))
  return async () => {
    await file.close()
    await rm(path)
  }
}

// Also takes the bytes that PostgreSQL frees meanwhile.
async function keepFull(path: string, ended: AbortSignal): Promise<void> {
  const file = await open(path, 'w')
  for (const size of [1024 * 1024, 4_096]) await writeUntilFull(file, Buffer.alloc(size))
  while (!ended.aborted) {
    await writeUntilFull(file, Buffer.alloc(4_096))
    await Promise.race([pause(50), ended.aborted ? null : once(ended, 'abort')])
  }
  await file.close()
}

async function writeUntilFull(file: Awaited<ReturnType<typeof open>>, bytes: Buffer): Promise<void> {
  try {
    for (;;) await file.write(bytes)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
  }
}

async function mount(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sealane-disk-'))
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder])
  } catch (error) {
    await rmdir(folder)
    throw error
  }
  await chmod(folder, 0o755)
  return folder
}

async function unmount(folder: string): Promise<void> {
  await run('umount', [folder])
  await rmdir(folder)
}
