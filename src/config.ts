import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** One setting: the variable that it is read from, what it does, and how its text becomes a value. */
type Setting<T> = { variable: string; about: string; fallback: string | null; secret?: boolean; parse(text: string): T }

const text = (variable: string, fallback: string, about: string): Setting<string> => ({
  variable,
  about,
  fallback,
  parse: (value) => value,
})

const optional = (variable: string, about: string, secret = false): Setting<string | null> => ({
  variable,
  about,
  fallback: null,
  secret,
  parse: (value) => value,
})

const whole = (
  variable: string,
  fallback: number,
  lowest: number,
  highest: number,
  about: string,
): Setting<number> => ({
  variable,
  about,
  fallback: String(fallback),
  parse(value) {
    const number = Number(value)
    if (Number.isInteger(number) && number >= lowest && number <= highest) return number
    throw new Error(`must be a whole number from ${lowest} to ${highest}, not "${value}"`)
  },
})

const port = (variable: string, about: string): Setting<number | null> => ({
  ...whole(variable, 0, 0, 65_535, about),
  fallback: null,
})

const choice = <const T extends string>(
  variable: string,
  fallback: T,
  allowed: readonly T[],
  about: string,
): Setting<T> => ({
  variable,
  about,
  fallback,
  parse(value) {
    const found = allowed.find((candidate) => candidate === value)
    if (found) return found
    throw new Error(`must be one of ${allowed.join(', ')}, not "${value}"`)
  },
})

const flag = (variable: string, fallback: boolean, about: string): Setting<boolean> => ({
  variable,
  about,
  fallback: fallback ? 'true' : 'false',
  parse(value) {
    if (/^(true|1|yes)$/i.test(value)) return true
    if (/^(false|0|no)$/i.test(value)) return false
    throw new Error(`must be true or false, not "${value}"`)
  },
})

const list = (variable: string, about: string): Setting<string[]> => ({
  variable,
  about,
  fallback: '',
  parse: (value) =>
    value
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
})

/** Words out of a known few, divided by commas; `none` is none of them. */
const names = <const T extends string>(variable: string, known: readonly T[], about: string): Setting<T[] | null> => ({
  variable,
  about,
  fallback: null,
  parse(value) {
    if (value === 'none') return []
    return value.split(',').map((part) => {
      const found = known.find((candidate) => candidate === part.trim())
      if (found) return found
      throw new Error(`takes ${known.join(', ')} or none, not "${part.trim()}"`)
    })
  },
})

/** Every setting there is. `npm run sealane -- doctor` prints this table with the values in force. */
export const settings = {
  mode: choice(
    'NODE_ENV',
    'development',
    ['development', 'production', 'test'],
    'production makes no demo and wants TLS in front',
  ),
  port: whole('PORT', 3000, 0, 65_535, 'TCP port of the HTTP server; 0 takes a free one'),
  host: text('HOST', 'localhost', 'address to listen on; 0.0.0.0 inside a container'),
  home: text('SEALANE_HOME', '.sealane', 'folder of the embedded database, keys and credentials'),
  databaseUrl: optional('DATABASE_URL', 'a PostgreSQL server (15 or newer) in place of the embedded one', true),
  databaseConnections: whole('DATABASE_CONNECTIONS', 10, 2, 500, 'connections of each of the two pools of a process'),
  domain: text(
    'SEALANE_DOMAIN',
    'sealane.localhost',
    'domain under which api.<domain> and <slug>.api.<domain> are served',
  ),
  publicUrl: optional('PUBLIC_URL', 'address that people reach this server at, for links in pages and mail'),
  trustedProxies: list('TRUSTED_PROXIES', 'addresses or CIDR ranges whose X-Forwarded-* headers are believed'),
  tlsCertificate: optional('TLS_CERT', 'file of the TLS certificate chain (PEM); turns on HTTPS and HTTP/2'),
  tlsKey: optional('TLS_KEY', 'file of the TLS private key (PEM)'),
  masterKey: optional(
    'SEALANE_MASTER_KEY',
    '64 hex digits that encrypt secrets and personal data; else a file in the home',
    true,
  ),
  redisUrl: optional(
    'REDIS_URL',
    'Redis that counts rate limits over many nodes; else each node counts by itself',
    true,
  ),
  webhookAllow: list('WEBHOOK_ALLOW', 'CIDR ranges that webhooks may reach although they are private'),
  providers: names(
    'VERIFICATION_PROVIDERS',
    ['simulator'],
    'who performs verifications: simulator (checks nobody), or none; unset, simulator, but none in production',
  ),
  metricsPort: port('METRICS_PORT', 'another port, plain HTTP, that serves /metrics alone: for --only worker'),
  metricsToken: optional(
    'METRICS_TOKEN',
    'bearer token that lets read /metrics; without it, only this machine may',
    true,
  ),
  logLevel: choice(
    'LOG_LEVEL',
    'info',
    ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'],
    'least level that is logged',
  ),
  smtpUrl: optional('SMTP_URL', 'mail server; without it, messages land in <home>/mail', true),
  mailFrom: text('MAIL_FROM', 'Sealane <no-reply@sealane.localhost>', 'sender of mails'),
  demo: flag('SEALANE_DEMO', true, 'create the organization acme on first start (never in production)'),
} as const

export type Config = { [K in keyof typeof settings]: ReturnType<(typeof settings)[K]['parse']> }

/** Settings that are not as they should be; every fault at once, each with its variable. */
export class ConfigError extends Error {}

/** Reads the settings from the environment. Throws ConfigError that names every fault. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const faults: string[] = []
  const read = <T>(setting: Setting<T>): T | null => {
    const value = environment[setting.variable] || setting.fallback
    if (value === null) return null
    if (value === '' && setting.fallback === '') return setting.parse('')
    try {
      return setting.parse(value)
    } catch (error) {
      faults.push(`${setting.variable} ${error instanceof Error ? error.message : error}`)
      return null
    }
  }
  const entries = Object.entries(settings).map(([name, setting]) => [name, read<unknown>(setting)])
  const config: Config = Object.fromEntries(entries)
  if (config.publicUrl && !URL.canParse(config.publicUrl)) {
    faults.push(`PUBLIC_URL must be an address like https://sign.example.com, not "${config.publicUrl}"`)
  }
  if (Boolean(config.tlsCertificate) !== Boolean(config.tlsKey)) faults.push('TLS_CERT and TLS_KEY go together')
  if (config.masterKey && !/^[0-9a-f]{64}$/i.test(config.masterKey))
    faults.push('SEALANE_MASTER_KEY must be 64 hex digits')
  if (faults.length > 0) throw new ConfigError(`Settings to mend:\n  ${faults.join('\n  ')}`)
  return { ...config, home: resolve(config.home) }
}

/** The master key: SEALANE_MASTER_KEY, or <home>/master.key, which is made (mode 0600) when it is not there. */
export function readMasterKey(config: Config): Buffer {
  if (config.masterKey) return Buffer.from(config.masterKey, 'hex')
  mkdirSync(config.home, { recursive: true, mode: 0o700 })
  const file = join(config.home, 'master.key')
  try {
    writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  const hex = readFileSync(file, 'utf8').trim()
  if (!/^[0-9a-f]{64}$/i.test(hex))
    throw new ConfigError(`${file} must hold 64 hex digits. Restore it from your backup.`)
  return Buffer.from(hex, 'hex')
}
