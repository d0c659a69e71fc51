import { parseArgs } from 'node:util'
import { type App, startApp } from '../app.ts'
import { type Config, readConfig } from '../config.ts'
import { type Credentials, createDemoOrganization, saveCredentials } from '../demo/organization.ts'
import { type Command, UsageError } from './index.ts'

export const command: Command = {
  about: 'Run the server: HTTP, jobs and webhook delivery (or one half with --only).',
  usage: 'serve [--only http|worker]',
  async run(args) {
    const only = readOnly(args)
    const config = readConfig()
    const app = await startApp(config, only ? { only } : {})
    const stopped = stopOnSignal(app)
    const credentials = only === 'worker' ? null : await introduce(config, app)
    announce(app, credentials, Math.round(process.uptime() * 1000))
    await stopped
    return 0
  },
}

function readOnly(args: string[]): 'http' | 'worker' | null {
  const { only } = parseArgs({ args, options: { only: { type: 'string' } } }).values
  if (only === undefined) return null
  if (only === 'http' || only === 'worker') return only
  throw new UsageError(`--only takes http or worker, not "${only}".`)
}

/** Creates the demo organization on the first start outside of production, and keeps its file of addresses true. */
async function introduce(config: Config, app: App): Promise<Credentials | null> {
  if (config.mode === 'production' || !config.demo || !app.url) return null
  const demo = await createDemoOrganization(app.database, app.vault, new Date())
  const addresses = { base_url: app.url, jsonapi_base_url: `${app.url}/v1/api` }
  return saveCredentials(config.home, addresses, demo ?? undefined)
}

function announce(app: App, credentials: Credentials | null, ms: number): void {
  const lines = [`\nSealane is ready after ${ms} ms.`]
  if (app.url) lines.push(`  REST      ${app.url}/v2`, `  JSON:API  ${app.url}/v1/api`, `  Health    ${app.url}/health`)
  if (credentials) {
    lines.push(
      `  Admin     ${credentials.admin.email}  ${credentials.admin.password}`,
      `  API key   ${credentials.api_key}`,
      `\nTry:\n  curl -H 'x-api-key: ${credentials.api_key}' ${credentials.base_url}/v2/verifications`,
    )
  }
  process.stdout.write(`${lines.join('\n')}\n\n`)
}

/** Resolves once a signal has come and everything has stopped: requests, sends and jobs in flight are finished first. */
function stopOnSignal(app: App): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (signal: NodeJS.Signals) => {
      app.log.info({ signal }, 'Stopping: what is in flight is finished first.')
      app.stop().then(resolve, reject)
    }
    process.once('SIGINT', stop)
    process.once('SIGTERM', stop)
  })
}
