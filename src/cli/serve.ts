import { parseArgs } from 'node:util'
import { type App, startApp } from '../app.ts'
import { type Config, readConfig } from '../config.ts'
import { authenticateApiKey, tokenOfSetUp, waitsForSetUp } from '../core/accounts/index.ts'
import { listAgreementLinks } from '../core/agreements/index.ts'
import { DomainError } from '../core/errors.ts'
import { formatId } from '../core/ids.ts'
import { type Credentials, createDemoOrganization, saveCredentials } from '../demo/organization.ts'
import { type Command, UsageError } from './index.ts'
import { setUpUrl } from './set-up.ts'

export const command: Command = {
  usage: 'serve [--only http|worker]',
  async run(args) {
    const only = readOnly(args)
    const config = readConfig()
    const app = await startApp(config, only ? { only } : {})
    const stopped = stopOnSignal(app)
    announce(app, only === 'worker' ? null : await introduce(config, app), Math.round(process.uptime() * 1000))
    await tellSetUp(app)
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

// In production, only the holder of this link can create the first organization. Only the log of the server contains
// the link.
async function tellSetUp({ config, url, database, vault }: App): Promise<void> {
  if (!url || !(await waitsForSetUp(database.system))) return
  const link = setUpUrl(config.publicUrl ?? url, tokenOfSetUp(vault))
  process.stdout.write(`This server has no organization yet. Set it up in a browser:\n  ${link}\n\n`)
}

type Introduction = { credentials: Credentials; link: string | null }

/** Creates the demo organization on the first start outside of production, and updates the addresses in its file. */
async function introduce(config: Config, app: App): Promise<Introduction | null> {
  if (config.mode === 'production' || !config.demo || !app.url) return null
  const addresses = { base_url: app.url, jsonapi_base_url: `${app.url}/v1/api` }
  const keep = (secrets: Parameters<typeof saveCredentials>[2]) => saveCredentials(config.home, addresses, secrets)
  await createDemoOrganization(app.database, app.vault, new Date(), keep)
  const credentials = await saveCredentials(config.home, addresses)
  const link = credentials && (await findDemoLink(app, credentials))
  return credentials && link !== undefined ? { credentials, link } : null
}

/** The URL of a link to try. Null when no link is left; undefined when the credentials belong to another database. */
async function findDemoLink(app: App, credentials: Credentials): Promise<string | null | undefined> {
  try {
    const at = { now: new Date(), ipAddress: '127.0.0.1' }
    const { organizationId, actor } = await authenticateApiKey(app.database.system, credentials.api_key, at)
    const ctx = {
      db: app.database.forOrganization(organizationId),
      organizationId,
      actor,
      now: at.now,
      vault: app.vault,
    }
    const { items } = await listAgreementLinks(ctx, { page: { number: 1, size: 100 } })
    const link = items.findLast((candidate) => candidate.isActive)
    return link ? `${app.config.publicUrl ?? app.url}/agree/${formatId('agreement_link', link.id)}` : null
  } catch (error) {
    if (error instanceof DomainError) return undefined
    throw error
  }
}

function announce({ url, metricsUrl, config }: App, introduction: Introduction | null, ms: number): void {
  const lines = [`\nSealane is ready after ${ms} ms.`]
  if (url) {
    lines.push(`  Web app   ${config.publicUrl ?? url}/`, `  REST      ${url}/v2`, `  JSON:API  ${url}/v1/api`)
    lines.push(`  Health    ${url}/health`)
  }
  if (metricsUrl) lines.push(`  Metrics   ${metricsUrl}`)
  if (introduction) {
    const { credentials, link } = introduction
    const tenant = url?.replace(/\/\/[^/:]+/, `//${credentials.slug}.api.${config.domain}`)
    lines.push(
      `  Tenant    ${tenant}/v1/api`,
      ...(link ? [`  Sign      ${link}?internal_id=123`] : []),
      `  Admin     ${credentials.admin.email}  ${credentials.admin.password}`,
      `  API key   ${credentials.api_key}`,
      `\nTry:\n  curl -H 'x-api-key: ${credentials.api_key}' ${credentials.base_url}/v2/verifications`,
    )
  }
  process.stdout.write(`${lines.join('\n')}\n\n`)
}

/** Resolves after a signal, when everything has stopped. Requests, deliveries and jobs in flight are finished first. */
function stopOnSignal(app: App): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (signal: NodeJS.Signals) => {
      app.log.info({ signal }, 'Stopping: work in flight is finished first.')
      app.stop().then(resolve, reject)
    }
    process.once('SIGINT', stop)
    process.once('SIGTERM', stop)
  })
}
