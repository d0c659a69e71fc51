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

/** The dependencies of the faces; app.ts passes them in. */
export type HttpDependencies = {
  database: Database
  vault: Vault
  log: FastifyBaseLogger
  now(): Date
  /** Domain of the hosts `api.<domain>` and `<slug>.api.<domain>`. */
  domain: string
  /**
   * PUBLIC_URL, without a slash at the end. Every link begins with it. If it is null, a link begins with the address of
   * the request.
   */
  publicUrl: string | null
  /** The address on which the server listens, without a slash at the end. */
  listening(): string
  /** The host name or address on which the server listens, unless it listens on all of them. */
  host?: string
  /** In production, a request from an unknown proxy is refused. */
  isProduction?: boolean
  /** The providers of verifications. */
  providers: Providers
  /** The operations on the PDFs of agreements. */
  pdfSources: PdfSources
  /** Throws `seal_not_ready` while the server cannot seal finished documents. */
  requireSeal(): Promise<void>
  /** Judges whether a webhook may reach an address, and returns the faults if not. */
  judgeDestination: UrlGuard
  /** The settings of the trust file beside the data in the database. */
  trust: TrustSettings
  /** The verifier as one file; null if it was not built. */
  readVerifier(): Promise<Uint8Array | null>
  rateLimits: RateLimits
  /** People's sessions. */
  signIn: SignIn
  /** The hash of a password to keep; slow by intent. */
  hashPassword: HashPassword
  /** The folder of the built web app. When it was not built, this is null or omitted, and its pages say so. */
  webFolder?: string | null
  /** Aborts when the server stops, which ends streams and other waits. */
  stopping?: AbortSignal
  /**
   * Draws a draft of an agreement as the ceremony shows it and as the typesetter sets it, and the bodies of webhooks.
   * Without it there are no previews.
   */
  previews?: {
    text(reader: Reader, document: AgreementDocument, field: (key: string) => string, base: 'ltr' | 'rtl'): string
    /** The page of a role, as a signer in that role fills it in. */
    part(reader: Reader, looked: LookedAt): string
    render: RenderAgreement
    /** Writes the body of an event as webhooks receive it. */
    body: RenderBody
  }
  /** The operator's verbs over the server; without them there are no operator resources. */
  operator?: Operator
  /** The time between the stream's looks for changes; one second if omitted. */
  lookEveryMs?: number
  /** Counts requests and serves /metrics; omitted when both are off. */
  metrics?: HttpMetrics
  /** The token that reads the metrics from anywhere. If it is null or omitted, only this machine reads them. */
  metricsToken?: string | null
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Authentication sets it; reading it earlier throws. */
    context: Context
  }
}
