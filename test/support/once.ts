import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { inject } from 'vitest'

/** A folder that the first worker that asks for it makes once in a run; the others wait. It is removed with the run. */
export async function onceInRun(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(inject('runFolder'), name)
  const draft = `${folder}.draft`
  while (!existsSync(folder)) {
    if (await isFirst(draft))
      await make(draft).then(
        () => rename(draft, folder),
        (error) => giveUp(draft, error),
      )
    else await setTimeout(20)
  }
  return folder
}

const isFirst = (draft: string) =>
  mkdir(draft).then(
    () => true,
    () => false,
  )

// The next worker that asks tries it again.
async function giveUp(draft: string, error: unknown): Promise<never> {
  await rm(draft, { recursive: true, force: true })
  throw error
}
