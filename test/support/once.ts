import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { inject } from 'vitest'

/** A folder that is made once in a run, by whichever worker asks first; the others wait for it. It goes with the run. */
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

// Who asks next tries it too.
async function giveUp(draft: string, error: unknown): Promise<never> {
  await rm(draft, { recursive: true, force: true })
  throw error
}
