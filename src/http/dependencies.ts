import type { FastifyBaseLogger } from 'fastify'
import type { HashPassword } from '../core/accounts/index.ts'
import type { AgreementDocument, PdfSources, RenderAgreement } from '../core/agreements/index.ts'
import type { Context } from '../core/context.ts'
import type { TrustSettings } from '../core/evidence/index.ts'
import type { Vault } from '../core/vault.ts'
import type { Providers } from '../core/verifications/index.ts'
import type { RenderBody, UrlGuard } from '../core/webhooks/index.ts'
import type { Database } from '../db/index.ts'
import type { LookedAt } from './looked-at.ts'
import type { HttpMetrics } from './metrics.ts'
import type { Operator } from './operator.ts'
import type { RateLimits } from './rate-limit.ts'
import type { Reader } from './reader.ts'
import type { SignIn } from './sign-in.ts'

/** What the faces need; app.ts hands it in. */
export type HttpDependencies = {
  database: Database
  vault: Vault
  log: FastifyBaseLogger
  now(): Date
  /** Domain of the hosts `api.<domain>` and `<slug>.api.<domain>`. */
  domain: string
  /**
   * PUBLIC_URL, without a slash at the end: every link begins with it. Null: a link begins with the address of the
   * request.
   */
  publicUrl: string | null
  /** Where the server listens, without a slash at the end. */
  listening(): string
  /** The host name or address that it listens on, when that is not all of them. */
  host?: string
  /** In production, a request from an unknown proxy is refused. */
  isProduction?: boolean
  /** The providers of verifications. */
  providers: Providers
  /** What can be done with PDFs that agreements are made of. */
  pdfSources: PdfSources
  /** Throws `seal_not_ready` while no finished document could be sealed. */
  requireSeal(): Promise<void>
  /** Whether a webhook may reach an address; its faults otherwise. */
  judgeDestination: UrlGuard
  /** What the trust file says beside what is in the database. */
  trust: TrustSettings
  /** The verifier as one file; null when it was not built. */
  readVerifier(): Promise<Uint8Array | null>
  rateLimits: RateLimits
  /** People's sessions. */
  signIn: SignIn
  /** The hash that is kept of a password; slow by intent. */
  hashPassword: HashPassword
  /** The folder of the built web app; null or left out when it was not built, which its pages then say. */
  webFolder?: string | null
  /** Aborted when the server stops, which ends streams and other waits. */
  stopping?: AbortSignal
  /**
   * Draws an agreement that is being written, as the ceremony shows it and as the typesetter sets it, and what webhooks
   * would be sent. Without it there are no previews.
   */
  previews?: {
    text(reader: Reader, document: AgreementDocument, field: (key: string) => string, base: 'ltr' | 'rtl'): string
    /** The page of a part as whoever has it will fill it in. */
    part(reader: Reader, looked: LookedAt): string
    render: RenderAgreement
    /** Writes the body of an event, as webhooks are sent it. */
    body: RenderBody
  }
  /** What the operator of the server can look at and do; without it there is no operator's corner. */
  operator?: Operator
  /** How often the stream looks for changes, if not once a second. */
  lookEveryMs?: number
  /** Counts requests and serves /metrics; without it neither happens. */
  metrics?: HttpMetrics
  /** The token that reads the metrics from anywhere; null or left out: only this machine reads them. */
  metricsToken?: string | null
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by authentication; reading it before throws. */
    context: Context
  }
}
