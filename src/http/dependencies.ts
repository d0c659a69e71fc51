import type { FastifyBaseLogger } from 'fastify'
import type { HashPassword } from '../core/accounts/index.ts'
import type { AgreementDocument, RenderAgreement } from '../core/agreements/index.ts'
import type { Context } from '../core/context.ts'
import type { Vault } from '../core/vault.ts'
import type { Providers } from '../core/verifications/index.ts'
import type { UrlGuard } from '../core/webhooks/index.ts'
import type { Database } from '../db/index.ts'
import type { HttpMetrics } from './metrics.ts'
import type { Operator } from './operator.ts'
import type { RateLimits } from './rate-limit.ts'
import type { Reader } from './reader.ts'
import type { SignIn } from './sign-in.ts'

/** What the faces of the product are built from; app.ts hands it in. */
export type HttpDependencies = {
  database: Database
  vault: Vault
  log: FastifyBaseLogger
  now(): Date
  /** Domain of the hosts `api.<domain>` and `<slug>.api.<domain>`. */
  domain: string
  /** PUBLIC_URL, without a slash at the end: every link begins so. Null: a link begins as the request came. */
  publicUrl: string | null
  /** Where the server listens, without a slash at the end. */
  listening(): string
  /** What it listens on, when that is a name or an address rather than all of them. */
  host?: string
  /** In production, what an unknown proxy passes on is refused. */
  isProduction?: boolean
  /** Who performs verifications. */
  providers: Providers
  /** Whether a webhook may reach an address; its faults otherwise. */
  judgeDestination: UrlGuard
  rateLimits: RateLimits
  /** People's sessions. */
  signIn: SignIn
  /** What is kept of a password; slow by intent. */
  hashPassword: HashPassword
  /** The folder of the built web app; null or left out: there is none, and its pages say so. */
  webFolder?: string | null
  /** Aborted when the server stops: what only waits then ends. */
  stopping?: AbortSignal
  /** How an agreement looks while it is written: its text as the ceremony shows it, and as the typesetter sets it. Without it none are shown. */
  previews?: {
    text(reader: Reader, document: AgreementDocument, field: (key: string) => string, base: 'ltr' | 'rtl'): string
    render: RenderAgreement
  }
  /** What whoever runs the server can look at and do; without it there is no operator's corner. */
  operator?: Operator
  /** How often the stream looks for changes, if not once a second. */
  lookEveryMs?: number
  /** Counts requests and is served at /metrics; without it, neither. */
  metrics?: HttpMetrics
  /** Who sends it may read the metrics from anywhere; null or left out: only this machine may. */
  metricsToken?: string | null
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by authentication; reading it before throws. */
    context: Context
  }
}
