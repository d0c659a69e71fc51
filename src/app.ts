import { readFile } from 'node:fs/promises'
import { isIPv6 } from 'node:net'
import type { Logger } from 'pino'
import { createOutboundHttp, type OutboundHttp } from './adapters/outbound-http/index.ts'
import type { Config } from './config.ts'
import type { HashPassword } from './core/accounts/index.ts'
import { createSealGate } from './core/evidence/index.ts'
import type { Vault } from './core/vault.ts'
import { createDeliveryRules } from './core/webhooks/index.ts'
import type { Database } from './db/index.ts'
import { startDelivery } from './delivery/index.ts'
import { faces, renderEvent, showAgreementPages, showAgreementText } from './faces.ts'
import type { HttpDependencies } from './http/dependencies.ts'
import { startMetricsServer } from './http/metrics-server.ts'
import { createRateLimits } from './http/rate-limit.ts'
import { createServer } from './http/server.ts'
import { createLog } from './log.ts'
import { readBacklog } from './metrics/backlog.ts'
import { createMetrics, type Metrics } from './metrics/index.ts'
import { createOperator } from './operator.ts'
import { buildSignIn } from './sign-in.ts'
import { codeOf, StartupError } from './startup-error.ts'
import { type FailedJobs, openCore } from './store.ts'
import { openWebApp } from './web-app.ts'
import { chooseProviders, createSealing, renderAgreement, startWork, withOffice, witnessPolicyOf } from './work.ts'

export type App = {
  config: Config
  database: Database
  vault: Vault
  log: Logger
  /** Where the HTTP server listens, without a slash at the end; null without one. */
  url: string | null
  /** Where METRICS_PORT serves the metrics; null without one. */
  metricsUrl: string | null
  stop(): Promise<void>
}

export type StartOptions = { only?: 'http' | 'worker'; log?: Logger }

/** Starts the product: HTTP, jobs and delivery, or one of both halves. Everything started is stopped when a part fails. */
export async function startApp(config: Config, options: StartOptions = {}): Promise<App> {
  const log = options.log ?? createLog(config)
  const webApp = options.only === 'worker' ? null : openWebApp(log)
  const core = await openCore(config, log, options.only !== undefined)
  const outbound = createOutboundHttp({
    development: config.mode !== 'production',
    allowedRanges: config.webhookAllow,
    ownHosts: ownHosts(config),
    ...(config.webhookProxy !== null && { proxy: config.webhookProxy }),
  })
  const parts = { ...core, log, outbound, metrics: createMetrics(core.database, log), webFolder: await webApp }
  const started: { stop(): Promise<void> }[] = [{ stop: core.close }, { stop: outbound.close }]
  if (config.mode === 'production' && config.providers?.includes('simulator'))
    log.warn('VERIFICATION_PROVIDERS turns the simulator on: it checks nobody, and whatever it says is marked so.')
  const stop = async () => {
    // A part that cannot stop as it should (the database is gone, say) must not keep the others from stopping.
    for (const part of started.splice(0).reverse()) {
      await part
        .stop()
        .catch((error: unknown) => log.error({ err: error }, 'A part of the server did not stop cleanly.'))
    }
  }
  try {
    const address = { url: null as string | null, metricsUrl: null as string | null }
    if (options.only !== 'worker') {
      const http = await startHttp(config, parts)
      started.push(http)
      address.url = http.url
    }
    if (config.metricsPort !== null) {
      const { metricsPort: port, metricsToken: token, host } = config
      const onError = (err: unknown) => log.error({ err }, 'The metrics could not be read.')
      const server = await orSayWhyNot(
        config,
        port,
        startMetricsServer(parts.metrics.http, {
          port,
          host,
          token,
          onError,
          rateLimits: createRateLimits(config.redisUrl),
        }),
      )
      started.push(server)
      address.metricsUrl = `${urlOf(host, server.port)}/metrics`
    }
    if (options.only !== 'http') started.push(await startWork(config, core, log), await startSending(parts))
    return { config, database: core.database, vault: core.vault, log, ...address, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

// Loaded with the first password that is set here, not when the server starts.
const hashPassword: HashPassword = async (password) => (await import('better-auth/crypto')).hashPassword(password)

/** Hosts that webhooks must not come back to. A development machine may well be receiver and server at once. */
function ownHosts({ mode, domain, publicUrl }: Config): string[] {
  if (mode !== 'production') return []
  return publicUrl ? [domain, new URL(publicUrl).hostname] : [domain]
}

type Parts = {
  database: Database
  failedJobs: FailedJobs
  vault: Vault
  log: Logger
  outbound: OutboundHttp
  metrics: Metrics
  webFolder: string | null
}

/** Sends webhooks. */
function startSending({ database, vault, log, outbound, metrics }: Parts) {
  return startDelivery({
    database,
    rules: createDeliveryRules({ vault, send: outbound.send, render: renderEvent }),
    log,
    metrics: metrics.delivery,
  })
}

/** The verifier as one file, for bundles. */
const readVerifier = () => readFile(new URL('../verifier/sealane-verify.mjs', import.meta.url)).catch(() => null)

async function startHttp(config: Config, { database, failedJobs, vault, log, outbound, metrics, webFolder }: Parts) {
  const stopping = new AbortController()
  let listening = `http://localhost:${config.port}`
  const deps: HttpDependencies = {
    database,
    vault,
    log,
    readVerifier,
    requireSeal: createSealGate(createSealing(config, { database, vault }), (err) =>
      log.error({ err }, 'No document can be sealed, so nothing is published.'),
    ),
    trust: { timestampRoots: config.timestampRoots, witnesses: witnessPolicyOf(config) },
    judgeDestination: outbound.judgeDestination,
    now: () => new Date(),
    providers: chooseProviders(config),
    pdfSources: withOffice(config),
    domain: config.domain,
    publicUrl: config.publicUrl,
    listening: () => listening,
    host: config.host,
    isProduction: config.mode === 'production',
    rateLimits: createRateLimits(config.redisUrl),
    hashPassword,
    signIn: buildSignIn({ database, vault, domain: config.domain }),
    previews: { text: showAgreementText, pages: showAgreementPages, render: renderAgreement },
    operator: createOperator(config, { failedJobs, readBacklog: () => readBacklog(database.pool) }),
    metrics: metrics.http,
    metricsToken: config.metricsToken,
    stopping: stopping.signal,
    webFolder,
  }
  const { tls } = config
  const server = await createServer(deps, faces, {
    trustedProxies: config.trustedProxies,
    ...(tls ? { tls: { cert: tls.cert, key: tls.key } } : {}),
  })
  const listenTextResolver = (address: string) => `Listening at ${address}.`
  await orSayWhyNot(config, config.port, server.listen({ port: config.port, host: config.host, listenTextResolver }))
  const bound = server.server.address()
  const port = bound !== null && typeof bound === 'object' ? bound.port : config.port
  listening = urlOf(config.host, port, tls ? 'https' : 'http')
  const stop = () => {
    stopping.abort()
    return server.close().finally(deps.rateLimits.close)
  }
  return { url: listening, stop }
}

/** Says in plain words why nothing can listen there. Throws StartupError. */
async function orSayWhyNot<T>({ host }: Pick<Config, 'host'>, port: number, listening: Promise<T>): Promise<T> {
  try {
    return await listening
  } catch (error) {
    const code = codeOf(error) ?? ''
    if (code === 'EADDRINUSE') {
      const advice = 'Stop what listens there, or choose another: PORT=3001 npm start'
      throw new StartupError(`Port ${port} is in use.`, advice)
    }
    if (code === 'EACCES') {
      const advice = 'Choose one above 1023 (PORT=3000), and let a proxy or a port mapping lead to it.'
      throw new StartupError(`Port ${port} is not for ordinary users.`, advice)
    }
    if (!/^(EADDRNOTAVAIL|ENOTFOUND|EAI_\w+|EINVAL|EAFNOSUPPORT)$/.test(code)) throw error
    const advice = 'Set HOST to 127.0.0.1 for this machine only, or to 0.0.0.0 for every address.'
    throw new StartupError(`HOST=${host} is no address of this machine (${code}).`, advice)
  }
}

/** How a client on this machine writes the address that we listen on. */
function urlOf(host: string, port: number, scheme = 'http'): string {
  if (host === '0.0.0.0' || host === '::') return `${scheme}://localhost:${port}`
  return `${scheme}://${isIPv6(host) ? `[${host}]` : host}:${port}`
}
