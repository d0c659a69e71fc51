import { resolve } from 'node:path'
import { choice, flag, list, names, optional, port, type Setting, secret, text, whole } from './settings/kinds.ts'
import { parseDomain, parseListenHost, parseProxy, parseRange } from './settings/network.ts'
import { readRoots } from './settings/timestamp-roots.ts'
import { readTls, type Tls } from './settings/tls.ts'
import { parseDatabaseUrl, parseProxyUrl, parsePublicUrl, parseRedisUrl, parseSmtpUrl } from './settings/urls.ts'
import {
  parseCommand,
  parseFolder,
  parseKey,
  parseMailbox,
  parseToken,
  parseWitness,
  parseWords,
} from './settings/words.ts'

/** All settings. `npm run sealane -- doctor` prints this table with the present values. */
export const settings = {
  mode: choice(
    'NODE_ENV',
    'development',
    ['development', 'production', 'test'],
    'production creates no demo and requires HTTPS',
  ),
  port: whole('PORT', 3000, 0, 65_535, 'TCP port of the HTTP server; 0 takes a free one'),
  host: text('HOST', 'localhost', 'address to listen on; 0.0.0.0 inside a container', parseListenHost),
  home: text('SEALANE_HOME', '.sealane', 'folder of the embedded database, keys and credentials', parseFolder),
  databaseUrl: secret(
    'DATABASE_URL',
    'a PostgreSQL server (15 or newer) in place of the embedded one',
    parseDatabaseUrl,
  ),
  databaseConnections: whole('DATABASE_CONNECTIONS', 10, 2, 500, 'connections of each of the two pools of a process'),
  domain: text(
    'SEALANE_DOMAIN',
    'sealane.localhost',
    'domain under which api.<domain> and <slug>.api.<domain> are served',
    parseDomain,
  ),
  publicUrl: optional('PUBLIC_URL', 'address of this server for people; every link begins with it', parsePublicUrl),
  trustedProxies: list(
    'TRUSTED_PROXIES',
    'addresses or CIDR ranges whose X-Forwarded-* headers are believed',
    parseProxy,
  ),
  tlsCertificate: optional('TLS_CERT', 'file of the TLS certificate chain (PEM); turns on HTTPS and HTTP/2'),
  tlsKey: optional('TLS_KEY', 'file of the TLS private key (PEM)'),
  fontsFolder: optional(
    'SEALANE_FONTS',
    'folder of fonts (.ttf, .otf, .ttc) for characters that none of ours has',
    parseFolder,
  ),
  soffice: optional(
    'SEALANE_SOFFICE',
    'LibreOffice program (soffice) that converts .docx files to PDF; without it, they are refused',
    parseCommand,
  ),
  masterKey: secret(
    'SEALANE_MASTER_KEY',
    '64 hex digits that encrypt secrets and personal data; by default, a file in the home has them',
    parseKey,
  ),
  sealLevel: choice(
    'SEALANE_SEAL_LEVEL',
    'B-T',
    ['B-T', 'B-LT', 'B-LTA'],
    'what proves a seal: a timestamp (B-T), also revocation data (B-LT), or timestamps renewed for decades (B-LTA)',
  ),
  sealAlgorithm: choice(
    'SEALANE_SEAL_ALGORITHM',
    'ec-p256',
    ['ec-p256', 'rsa-3072'],
    'kind of the keys of new root certificates, and of all certificates below them',
  ),
  sealCommand: optional(
    'SEALANE_SEAL_COMMAND',
    'program and arguments, or a JSON array of them, that signs for an imported certificate without a key (HSM, remote provider)',
    parseWords,
  ),
  timestampUrls: list(
    'SEALANE_TIMESTAMP_URLS',
    'timestamp authorities (RFC 3161), asked in this order; without one, the built-in authority stamps',
    parsePublicUrl,
  ),
  timestampRoots: optional(
    'SEALANE_TIMESTAMP_ROOTS',
    'file of the root certificates (PEM) of the authorities in SEALANE_TIMESTAMP_URLS',
    parseFolder,
  ),
  revocations: optional(
    'SEALANE_REVOCATIONS',
    'file or folder of revocation lists (PEM or DER), read for each seal; B-LT needs it for your own certificates or authorities',
    parseFolder,
  ),
  witnesses: list(
    'SEALANE_WITNESSES',
    'witnesses of the logs, each as its verifier key, a space and its address (`sealane witness` prints both)',
    parseWitness,
  ),
  witnessQuorum: whole(
    'SEALANE_WITNESS_QUORUM',
    0,
    0,
    50,
    'how many witnesses must sign the head of the log that proves a document; 0 means all of them',
  ),
  redisUrl: secret(
    'REDIS_URL',
    'Redis that counts rate limits over many nodes; without it, each node counts for itself',
    parseRedisUrl,
  ),
  webhookAllow: list('WEBHOOK_ALLOW', 'private CIDR ranges that webhooks may reach', parseRange),
  webhookProxy: secret(
    'WEBHOOK_PROXY',
    'HTTP or HTTPS proxy (CONNECT) for all webhooks, so that they come from a fixed address',
    parseProxyUrl,
  ),
  providers: names(
    'VERIFICATION_PROVIDERS',
    ['simulator'],
    'providers of verifications: simulator (verifies nobody), or none; by default simulator, in production none',
  ),
  metricsPort: port('METRICS_PORT', 'port that serves only /metrics, over plain HTTP; for --only worker'),
  metricsToken: secret(
    'METRICS_TOKEN',
    'bearer token that reading /metrics requires; without it, only this machine may read them',
    parseToken,
  ),
  logLevel: choice(
    'LOG_LEVEL',
    'info',
    ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'],
    'lowest level that is logged',
  ),
  smtpUrl: secret('SMTP_URL', 'mail server; without it, messages land in <home>/mail', parseSmtpUrl),
  mailFrom: text('MAIL_FROM', 'Sealane <no-reply@sealane.localhost>', 'sender of mails', parseMailbox),
  operatorMail: optional(
    'OPERATOR_MAIL',
    'address that gets mail about jobs that were set aside, and about signed agreements that cannot be sealed',
    parseMailbox,
  ),
  demo: flag('SEALANE_DEMO', true, 'create the organization acme on first start (never in production)'),
} as const

type Values = { [K in keyof typeof settings]: ReturnType<(typeof settings)[K]['parse']> }
/**
 * `tls` has the contents of TLS_CERT and TLS_KEY. `timestampRoots` has the certificates of SEALANE_TIMESTAMP_ROOTS as
 * DER.
 */
export type Config = Omit<Values, 'timestampRoots'> & { tls: Tls | null; timestampRoots: Buffer[] }

/** Lists all invalid settings at once, each with its variable. */
export class ConfigError extends Error {}

/** Reads the settings from the environment, and the TLS files. Throws ConfigError with every fault. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const faults: string[] = []
  const read = <T>(setting: Setting<T>): T | null => {
    const value = environment[setting.variable]?.trim() || setting.fallback
    if (value === null) return null
    try {
      return setting.parse(value)
    } catch (error) {
      faults.push(`${setting.variable} ${error instanceof Error ? error.message : error}`)
      return null
    }
  }
  const entries = Object.entries(settings).map(([name, setting]) => [name, read<unknown>(setting)])
  const values: Values = Object.fromEntries(entries)
  const tls = readTls({ certificate: values.tlsCertificate, key: values.tlsKey }, faults)
  const timestampRoots = readRoots({ file: values.timestampRoots, isNeeded: values.timestampUrls?.length > 0 }, faults)
  faults.push(...findContradictions(values))
  if (faults.length > 0) throw new ConfigError(`Settings to mend:\n  ${faults.join('\n  ')}`)
  return { ...values, tls, timestampRoots, home: resolve(values.home) }
}

/** The contradictions between two settings. A setting with a fault of its own is null here. */
function findContradictions({ mode, publicUrl, port, metricsPort, witnesses, witnessQuorum }: Values): string[] {
  const faults: string[] = []
  if (witnesses && witnessQuorum > witnesses.length)
    faults.push(`SEALANE_WITNESS_QUORUM is ${witnessQuorum}, and SEALANE_WITNESSES names ${witnesses.length}`)
  if (mode === 'production' && /^http:\/\/(?!localhost\b|127\.|\[::1\])/.test(publicUrl ?? '')) {
    faults.push('PUBLIC_URL must begin with https:// in production: nothing is served over plain HTTP there')
  }
  if (metricsPort !== null && metricsPort !== 0 && metricsPort === port) {
    faults.push('METRICS_PORT must be another port than PORT, which serves /metrics already')
  }
  return faults
}
