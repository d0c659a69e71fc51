import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { tryMailServer } from './adapters/mail/index.ts'
import { findIsolation, tryOffice } from './adapters/office/index.ts'
import { tryProxy } from './adapters/outbound-http/proxy.ts'
import type { Config } from './config.ts'
import { isMasterKey } from './core/master-key.ts'
import { explainUnreadiness, proveReadiness } from './core/readiness.ts'
import { describeServer, findPendingMigrations, openDatabase, proveSession } from './db/index.ts'
import { trySeal } from './diagnosis-seal.ts'
import { tryRedis } from './http/rate-limit.ts'
import { listFailedJobs } from './jobs/failed.ts'
import { findRunningPostgres } from './postgres/index.ts'
import { keyFileOf, modeOfKeyFile, readKeyFile } from './settings/key-file.ts'
import { StartupError } from './startup-error.ts'
import { aboutError, found, type Sentence } from './texts/index.ts'

/** The result of one trial: what was tried, a sentence about the result, and how to mend a fault. */
export type Finding = { about: string; says: Sentence; mend?: string }

const leastFreeBytes = 1024 ** 3
const mostSkewMs = 2_000
const soonMs = 14 * 24 * 3_600_000

/** Tries everything that the server needs. Starts, creates and changes nothing. */
export async function diagnose(config: Config, now: Date): Promise<Finding[]> {
  const tried = await Promise.all([
    tryDisk(config),
    tryMail(config),
    tryCounting(config),
    tryOutbound(config),
    tryWord(config),
    tryDatabase(config, now),
  ])
  return [...judgeSettings(config, now), ...judgeKeyFile(config), ...tried.flat()]
}

function judgeSettings({ mode, publicUrl, tls, trustedProxies }: Config, now: Date): Finding[] {
  const findings: Finding[] = []
  if (mode === 'production' && publicUrl === null) {
    const says = found('no_public_url')
    findings.push({ about: 'PUBLIC_URL', says, mend: 'PUBLIC_URL=https://<the name that people use> npm start' })
  }
  if (trustedProxies.some((range) => /\/0$/.test(range))) {
    const says = found('proxies_all')
    findings.push({ about: 'TRUSTED_PROXIES', says, mend: 'TRUSTED_PROXIES=<the address of the proxy> npm start' })
  }
  if (tls && tls.expiresAt.getTime() - now.getTime() < soonMs) {
    const mend = 'openssl x509 -enddate -noout -in "$TLS_CERT"    # then renew it, and start again'
    findings.push({ about: 'TLS_CERT', says: found('ends_at', { at: tls.expiresAt.toISOString() }), mend })
  }
  return findings
}

function judgeKeyFile({ home, masterKey }: Config): Finding[] {
  const mode = masterKey === null ? modeOfKeyFile(home) : null
  if (mode === null || (mode & 0o077) === 0) return []
  return [{ about: 'master key', says: found('key_readable'), mend: `chmod 600 ${keyFileOf(home)}` }]
}

async function tryDisk({ home }: Config): Promise<Finding> {
  const { bavail, bsize } = await statfs(home).catch(() => statfs(dirname(home)).catch(() => statfs('/')))
  const says = found('disk_free', { megabytes: Math.floor((bavail * bsize) / 1024 ** 2), home })
  return bavail * bsize < leastFreeBytes
    ? { about: 'disk', says, mend: `df -h ${home}    # then free some` }
    : { about: 'disk', says }
}

async function tryMail({ smtpUrl }: Config): Promise<Finding> {
  if (smtpUrl === null) return { about: 'SMTP_URL', says: found('mail_kept') }
  const refusal = await tryMailServer(smtpUrl)
  if (refusal === null) return { about: 'SMTP_URL', says: found('mail_works') }
  const { hostname, port } = new URL(smtpUrl)
  return {
    about: 'SMTP_URL',
    says: found('answered', { text: refusal }),
    mend: `nc -vz ${hostname} ${port || 587}    # then mend SMTP_URL`,
  }
}

async function tryCounting({ redisUrl }: Config): Promise<Finding> {
  if (redisUrl === null) return { about: 'REDIS_URL', says: found('counts_alone') }
  const refusal = await tryRedis(redisUrl)
  return refusal === null
    ? { about: 'REDIS_URL', says: found('redis_answers') }
    : {
        about: 'REDIS_URL',
        says: found('answered', { text: refusal }),
        mend: 'redis-cli -u "$REDIS_URL" ping    # then start it, or mend REDIS_URL',
      }
}

async function tryOutbound({ webhookProxy }: Config): Promise<Finding[]> {
  if (webhookProxy === null) return []
  const refusal = await tryProxy(webhookProxy)
  if (refusal === null) return [{ about: 'WEBHOOK_PROXY', says: found('proxy_answers') }]
  const mend = 'curl -v -x "$WEBHOOK_PROXY" https://example.com    # then mend it, or WEBHOOK_PROXY'
  return [{ about: 'WEBHOOK_PROXY', says: found('answered', { text: refusal }), mend }]
}

async function tryWord({ soffice }: Config): Promise<Finding[]> {
  if (soffice === null) return []
  const refusal = await tryOffice(soffice)
  if (refusal === null) {
    const isAlone = (await findIsolation()).length > 0
    return [{ about: 'SEALANE_SOFFICE', says: found(isAlone ? 'office_answers_alone' : 'office_answers') }]
  }
  const mend = '"$SEALANE_SOFFICE" --version    # then install LibreOffice, or mend SEALANE_SOFFICE'
  return [{ about: 'SEALANE_SOFFICE', says: found('answered', { text: refusal }), mend }]
}

async function tryDatabase(config: Config, now: Date): Promise<Finding[]> {
  const url = config.databaseUrl ?? (await findRunningPostgres(config.home))
  if (url === null) {
    const says = found('database_rests')
    return [{ about: 'database', says, mend: 'npm start    # and this again beside it' }]
  }
  try {
    if (config.databaseUrl !== null) await proveSession(url)
    return [...(await judgeServer(url)), ...(await judgeData(config, url, now))]
  } catch (error) {
    const isKnown = error instanceof StartupError
    const says = isKnown ? found('answered', { text: error.message }) : aboutError(explainUnreadiness(error))
    const mend = isKnown ? error.mend : ''
    return [{ about: 'database', says, mend: `psql "$DATABASE_URL" -c 'select 1'    # ${mend}` }]
  }
}

async function judgeServer(url: string): Promise<Finding[]> {
  const before = Date.now()
  const { version, isSuperuser, now } = await describeServer(url)
  const skewMs = Math.max(before - now.getTime(), now.getTime() - Date.now(), 0)
  const findings: Finding[] = [{ about: 'database', says: found('database_answers', { version }) }]
  if (isSuperuser) {
    const says = found('superuser')
    findings.push({ about: 'database', says, mend: 'psql "$ADMIN_URL" -c "CREATE ROLE sealane LOGIN PASSWORD \'…\'"' })
  }
  const clock = { about: 'clock', says: found('clock_skew', { milliseconds: skewMs }) }
  findings.push(skewMs > mostSkewMs ? { ...clock, mend: 'timedatectl set-ntp true' } : clock)
  return findings
}

function judgeJobs(count: number): Finding {
  if (count === 0) return { about: 'jobs', says: found('jobs_well') }
  return { about: 'jobs', says: found('jobs_failed', { count }), mend: 'npm run -s sealane -- jobs list' }
}

async function judgeData(config: Config, url: string, now: Date): Promise<Finding[]> {
  const { home, masterKey } = config
  const pending = await findPendingMigrations(url)
  if (pending.length > 0) {
    return [
      {
        about: 'migrations',
        says: found('migrations_wait', { count: pending.length }),
        mend: 'npm run -s sealane -- migrate',
      },
    ]
  }
  const database = openDatabase({ url, maxConnections: 2, applicationName: 'sealane doctor' })
  try {
    await proveReadiness(database, now, { undo: true })
    const key = masterKey === null ? readKeyFile(home) : Buffer.from(masterKey, 'hex')
    const isRight = await isMasterKey(database.system, key)
    const tenant = { about: 'tenants', says: found('tenants_work') }
    const jobs = judgeJobs((await listFailedJobs(database.pool)).length)
    const seal = await trySeal(config, database, isRight === false ? null : key, now)
    if (isRight !== false)
      return [tenant, jobs, ...seal, { about: 'master key', says: found(isRight ? 'key_right' : 'key_none_yet') }]
    const says = found(key ? 'key_other' : 'key_missing')
    const mend = `install -m 600 <where you keep it> ${keyFileOf(home)}    # or set SEALANE_MASTER_KEY`
    return [tenant, jobs, ...seal, { about: 'master key', says, mend }]
  } catch (error) {
    const mend = 'sed -n "/## Backup and restore/,/^## Upgrade/p" docs/operations.md    # or free its disk'
    return [{ about: 'tenants', says: aboutError(explainUnreadiness(error)), mend }]
  } finally {
    await database.close()
  }
}
