import type { Logger } from 'pino'
import { createOutboundHttp, type OutboundHttp } from './adapters/outbound-http/index.ts'
import type { Config } from './config.ts'
import type { Vault } from './core/vault.ts'
import { createDeliveryRules } from './core/webhooks/index.ts'
import type { Database } from './db/index.ts'
import { startDelivery } from './delivery/index.ts'
import { renderEvent } from './event-bodies.ts'
import { startMetricsServer } from './http/metrics-server.ts'
import { createRateLimits } from './http/rate-limit.ts'
import { orSayWhyNot, urlOf } from './listening.ts'
import { createLog } from './log.ts'
import { createMetrics, type Metrics } from './metrics/index.ts'
import { openCore } from './store.ts'
import { openWebApp } from './web-app.ts'
import { startWork } from './work.ts'

export type App = {
  config: Config
  database: Database
  vault: Vault
  log: Logger
  /** The address of the HTTP server, without a slash at the end; null when it does not run. */
  url: string | null
  /** The address of the metrics server at METRICS_PORT; null when it does not run. */
  metricsUrl: string | null
  stop(): Promise<void>
}

type StartOptions = { only?: 'http' | 'worker'; log?: Logger }

/**
 * Starts the product: HTTP, jobs and delivery, or only the half that `only` names. If a part fails, the started parts
 * are stopped.
 */
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
    log.warn(
      'VERIFICATION_PROVIDERS turns the simulator on: it verifies nobody, and its results are marked as simulated.',
    )
  const stop = async () => {
    // A part that fails to stop, for example without its database, must not keep the others from stopping.
    for (const part of started.splice(0).reverse()) {
      await part
        .stop()
        .catch((error: unknown) => log.error({ err: error }, 'A part of the server did not stop cleanly.'))
    }
  }
  try {
    const address = { url: null as string | null, metricsUrl: null as string | null }
    if (options.only !== 'worker') {
      // A worker without HTTP does not load the faces.
      const { startHttp } = await import('./serving.ts')
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

/**
 * The hosts to which webhooks must not be sent, because they are this server. A development machine may be both
 * receiver and server.
 */
function ownHosts({ mode, domain, publicUrl }: Config): string[] {
  if (mode !== 'production') return []
  return publicUrl ? [domain, new URL(publicUrl).hostname] : [domain]
}

type Sending = { database: Database; vault: Vault; log: Logger; outbound: OutboundHttp; metrics: Metrics }

function startSending({ database, vault, log, outbound, metrics }: Sending) {
  return startDelivery({
    database,
    rules: createDeliveryRules({ vault, send: outbound.send, render: renderEvent }),
    log,
    metrics: metrics.delivery,
  })
}
