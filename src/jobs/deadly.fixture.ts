import { openDatabase } from '../db/index.ts'
import { startJobs } from './runner.ts'

/** Runs jobs until the job that its arguments name kills the process. */
const [url = '', task = ''] = process.argv.slice(2)
const log = { info() {}, warn() {}, error() {} }
const deadly = async () => process.kill(process.pid, 'SIGKILL')
await startJobs({ pool: openDatabase({ url }).pool, handlers: { [task]: async () => void (await deadly()) }, log })
