import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../src/config.ts'
import type { HttpDependencies } from '../../src/http/dependencies.ts'
import { discardFailedJob, listFailedJobs, retryFailedJob } from '../../src/jobs/failed.ts'
import { readBacklog } from '../../src/metrics/backlog.ts'
import { createOperator } from '../../src/operator.ts'
import { database } from './organization.ts'

/** The operator's corner over the database of this worker, with a home of its own and no mail server. */
export function newOperator(): { home: string; operator: NonNullable<HttpDependencies['operator']> } {
  const home = mkdtempSync(join(tmpdir(), 'sealane-operator-'))
  const { pool } = database
  const failedJobs = {
    list: () => listFailedJobs(pool),
    retry: (id: string) => retryFailedJob(pool, id),
    discard: (id: string) => discardFailedJob(pool, id),
  }
  const config = { ...readConfig(), home, smtpUrl: null }
  return { home, operator: createOperator(config, { failedJobs, readBacklog: () => readBacklog(pool) }) }
}
