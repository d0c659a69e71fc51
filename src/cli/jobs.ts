import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { formatId } from '../core/ids.ts'
import { createLog } from '../log.ts'
import { type FailedJobs, openStore } from '../store.ts'
import { type Command, UsageError } from './index.ts'
import { printJson } from './open.ts'

const options = { all: { type: 'boolean' } } as const

export const command: Command = {
  usage: 'jobs list | retry <id>… | retry --all | discard <id>…',
  async run(args) {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const [verb, ...ids] = positionals
    if (verb !== 'list' && verb !== 'retry' && verb !== 'discard') throw new UsageError('Say list, retry or discard.')
    const wrong = ids.find((id) => !/^\d{1,18}$/.test(id))
    if (wrong !== undefined) throw new UsageError(`A job has a number, not "${wrong}": see jobs list.`)
    if (values.all && (verb !== 'retry' || ids.length > 0)) throw new UsageError('--all is for retry, without numbers.')
    if (verb === 'list' && ids.length > 0) throw new UsageError('jobs list takes no numbers.')
    if (verb !== 'list' && ids.length === 0 && !values.all) throw new UsageError(`Say which: jobs ${verb} <id>.`)
    const store = await openStore(readConfig(), createLog({ logLevel: 'warn' }))
    try {
      if (verb === 'list') return await listJobs(store.failedJobs)
      const chosen = values.all ? (await store.failedJobs.list()).map(({ id }) => id) : ids
      return await workOn(chosen, store.failedJobs[verb], verb === 'retry' ? 'is tried again' : 'is given up')
    } finally {
      await store.close()
    }
  },
}

async function listJobs(failedJobs: FailedJobs): Promise<number> {
  const jobs = await failedJobs.list()
  printJson(
    jobs.map(({ organizationId, isSetAside, ...job }) => ({
      ...job,
      organization: organizationId ? formatId('organization', organizationId) : null,
      why: isSetAside ? 'it ended its process twice' : 'it used up its attempts',
    })),
  )
  return 0
}

async function workOn(ids: string[], work: (id: string) => Promise<boolean>, done: string): Promise<number> {
  let missing = 0
  for (const id of ids) {
    const found = await work(id)
    if (!found) missing += 1
    process.stdout.write(found ? `Job ${id} ${done}.\n` : `There is no failed job ${id}: see jobs list.\n`)
  }
  if (ids.length === 0) process.stdout.write('No job has failed.\n')
  return missing > 0 ? 1 : 0
}
