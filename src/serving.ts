import { readFile } from 'node:fs/promises'
import type { Logger } from 'pino'
import type { OutboundHttp } from './adapters/outbound-http/index.ts'
import type { Config } from './config.ts'
import type { HashPassword } from './core/accounts/index.ts'
import { createSealGate } from './core/evidence/index.ts'
import type { Vault } from './core/vault.ts'
import type { Database } from './db/index.ts'
import { renderEvent } from './event-bodies.ts'
import { faces, showAgreementPart, showAgreementText } from './faces.ts'
import type { HttpDependencies } from './http/dependencies.ts'
import { createRateLimits } from './http/rate-limit.ts'
import { createServer } from './http/server.ts'
import { orSayWhyNot, urlOf } from './listening.ts'
import { readBacklog } from './metrics/backlog.ts'
import type { Metrics } from './metrics/index.ts'
import { createOperator } from './operator.ts'
import { buildSignIn } from './sign-in.ts'
import type { FailedJobs } from './store.ts'
import { chooseProviders, createSealing, renderAgreement, withOffice, witnessPolicyOf } from './work.ts'

/** The parts of the process that the HTTP server needs. */
type Parts = {
  database: Database
  failedJobs: FailedJobs
  vault: Vault
  log: Logger
  outbound: OutboundHttp
  metrics: Metrics
  webFolder: string | null
}

// Loads the hash with the first password that is set here, and not at the start.
const hashPassword: HashPassword = async (password) => (await import('better-auth/crypto')).hashPassword(password)

/** The verifier as one file, for bundles. */
const readVerifier = () => readFile(new URL('../verifier/sealane-verify.mjs', import.meta.url)).catch(() => null)

/** Starts the HTTP server with every face. Throws StartupError when it cannot listen at its address. */
export async function startHttp(
  config: Config,
  { database, failedJobs, vault, log, outbound, metrics, webFolder }: Parts,
) {
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
    previews: {
      text: showAgreementText,
      part: showAgreementPart,
      render: renderAgreement,
      body: renderEvent,
    },
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
