import { join } from 'node:path'
import type { Logger } from 'pino'
import { createMailer } from './adapters/mail/index.ts'
import { createOutboundHttp } from './adapters/outbound-http/index.ts'
import { simulator } from './adapters/providers/simulator/index.ts'
import { createSealTools } from './adapters/seal/index.ts'
import { askWitness } from './adapters/witness/index.ts'
import type { Config } from './config.ts'
import { accountJobs, accountSchedule } from './core/accounts/index.ts'
import type { FinishPdf, PdfSources, RenderAgreement } from './core/agreements/index.ts'
import { bulkSendJobs, bulkSendSchedule } from './core/bulk-sends/index.ts'
import { ceremonyJobs, ceremonySchedule } from './core/ceremony/index.ts'
import type { Context } from './core/context.ts'
import {
  createProver,
  extendLogs,
  hostOf,
  noteWitnesses,
  rehearseSeal,
  type Sealing,
  type Witnessing,
  type WitnessPolicy,
  witnessLogs,
} from './core/evidence/index.ts'
import { exportJobs, exportSchedule, type WriteExportPart } from './core/exports/index.ts'
import { operatorJobs } from './core/operator/index.ts'
import { type Finishing, submissionJobs, submissionSchedule } from './core/submissions/index.ts'
import {
  type Providers,
  rollUpVerifications,
  verificationJobs,
  verificationSchedule,
} from './core/verifications/index.ts'
import { webhookJobs, webhookSchedule } from './core/webhooks/index.ts'
import type { ApartJob } from './job-process.ts'
import { mostApart, type TryApart } from './jobs/deaths.ts'
import { findFailedJob } from './jobs/failed.ts'
import { bindHandlers } from './jobs/handlers.ts'
import { startRepeating } from './jobs/repeat.ts'
import { startJobs } from './jobs/runner.ts'
import { readFiles } from './settings/revocations.ts'
import { splitWords } from './settings/words.ts'
import type { Core } from './store.ts'
import { createLimitedWorker, isBrokenLimit } from './workers/index.ts'

/** The limits of a separate process for a job that has ended a server once. */
const apartLimits = { kind: 'process', memoryMb: 1_536, timeoutMs: 15 * 60_000, workers: mostApart } as const

// Each read of a list adds up the changes since the last count, so they must stay few.
const rollUpEveryMs = 1_000
// Logs are extended this often, so that the newest head of each log is young.
const extendLogsEveryMs = 500
const witnessEveryMs = 1_000

/** Runs the jobs of every area, keeps the counts of lists, and extends the logs of trails. */
export async function startWork(config: Config, core: Pick<Core, 'database' | 'vault'>, log: Logger) {
  const { tryApart, close } = createApart(config)
  const schedule = [
    ...accountSchedule,
    ...verificationSchedule,
    ...webhookSchedule,
    ...submissionSchedule,
    ...bulkSendSchedule,
    ...exportSchedule,
    ...ceremonySchedule,
  ]
  const handlers = createJobHandlers(config, core)
  const running = await startJobs({
    pool: core.database.pool,
    handlers,
    schedule,
    log,
    tryApart,
    isDeath: isBrokenLimit,
  })
  const counting = startRepeating(() => rollUpVerifications(core.database.system), rollUpEveryMs, log)
  const logs = {
    db: core.database.system,
    vault: core.vault,
    now: () => new Date(),
    host: () => hostOf(publicUrlOf(config)),
  }
  const logging = startRepeating(async () => void (await extendLogs(logs)), extendLogsEveryMs, log)
  const witnesses = createWitnessing(config, core)
  await noteWitnesses(core.database.system, witnesses.policy, new Date())
  const witnessing = startRepeating(async () => void (await witnessLogs(witnesses)), witnessEveryMs, log)
  const stop = () => counting.stop().finally(logging.stop).finally(witnessing.stop).finally(running.stop).finally(close)
  return { stop }
}

function publicUrlOf({ publicUrl, port }: Config): string {
  return publicUrl ?? `http://localhost:${port}`
}

/** The jobs of every area, by name. */
export function createJobHandlers(config: Config, { database, vault }: Pick<Core, 'database' | 'vault'>) {
  const now = () => new Date()
  const contextOf = (organizationId: string): Context => ({
    db: database.forOrganization(organizationId),
    organizationId,
    actor: { kind: 'system' },
    now: now(),
    vault,
  })
  const mailer = createMailer({ smtpUrl: config.smtpUrl, from: config.mailFrom, folder: join(config.home, 'mail') })
  const publicUrl = () => publicUrlOf(config)
  const trySeal = () =>
    rehearseSeal(createSealing(config, { database, vault })).then(
      () => null,
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    )
  const operator = { sendMail: mailer.send, address: config.operatorMail, publicUrl, database, now, trySeal }
  return {
    ...bindHandlers(verificationJobs, { database, vault, providers: chooseProviders(config), now }),
    ...bindHandlers(ceremonyJobs, { database, now, contextOf, sendMail: mailer.send, publicUrl }),
    ...bindHandlers(submissionJobs, {
      database,
      now,
      contextOf,
      finishing: createFinishing(config, { database, vault }),
    }),
    ...bindHandlers(bulkSendJobs, { database, now, contextOf }),
    ...bindHandlers(exportJobs, { database, now, contextOf, write: writeExportPart }),
    ...bindHandlers(accountJobs, { database, vault, sendMail: mailer.send, publicUrl, now }),
    ...bindHandlers(webhookJobs, { database, contextOf, sendMail: mailer.send, publicUrl, now }),
    ...bindHandlers(operatorJobs, { ...operator, findFailedJob: (id: string) => findFailedJob(database.pool, id) }),
  }
}

/** Makes seals. The operator names the timestamp authorities, so their addresses may be private. */
export const sealTools = createSealTools({ send: createOutboundHttp({ development: true }).send })

export function createSealing(config: Config, { database, vault }: Pick<Core, 'database' | 'vault'>): Sealing {
  return {
    db: database.system,
    vault,
    now: () => new Date(),
    tools: sealTools,
    publicUrl: () => publicUrlOf(config),
    command: config.sealCommand === null ? null : splitWords(config.sealCommand),
    algorithm: config.sealAlgorithm,
    settings: {
      level: config.sealLevel,
      authorities: config.timestampUrls.map((url) => ({ url, roots: config.timestampRoots })),
      readRevocations: () => readFiles(config.revocations),
    },
    witnesses: witnessPolicyOf(config),
  }
}

/** The parts that show the logs of this installation to its witnesses. */
export function createWitnessing(config: Config, { database }: Pick<Core, 'database'>): Witnessing {
  return { db: database.system, policy: witnessPolicyOf(config), ask: askWitness, now: () => new Date() }
}

/** The witnesses of this installation's logs, and their quorum. */
export function witnessPolicyOf({ witnesses, witnessQuorum }: Config): WitnessPolicy {
  const named = witnesses.map((one) => {
    const [vkey = '', url = ''] = one.split(' ')
    return { vkey, url }
  })
  return { witnesses: named, quorum: witnessQuorum || named.length }
}

// The dialect is loaded with the first export, because a process that only works does not need it.
const writeExportPart: WriteExportPart = async (...asked) =>
  (await import('./export-lines.ts')).writeExportPart(...asked)

function createFinishing(config: Config, core: Pick<Core, 'database' | 'vault'>): Finishing {
  return { render: renderAgreement, prover: createProver(createSealing(config, core)) }
}

/** The providers of verifications. In production, only the providers that the operator has named. */
export function chooseProviders({ providers, mode }: Config): Providers {
  const names: string[] = providers ?? (mode === 'production' ? [] : ['simulator'])
  const known = [simulator]
  return Object.fromEntries(known.filter(({ name }) => names.includes(name)).map((one) => [one.name, one]))
}

/** The PDF renderer and its typefaces are loaded with the first finished agreement, not when the server starts. */
export const renderAgreement: RenderAgreement = async (input) => {
  const { renderAgreementPdf } = await import('./adapters/pdf/index.ts')
  return renderAgreementPdf(input, input.pdf ? (await loadPdfSources()).finish : undefined)
}

/** Reads and draws the PDFs of agreements. The library is loaded with the first PDF. */
export const pdfSources: PdfSources = {
  read: async (bytes, most) => (await loadPdfSources()).read(bytes, most),
  draw: async (bytes, page, width) => (await loadPdfSources()).draw(bytes, page, width),
  convert: async () => ({ refusal: 'docx_off' }),
}

/** The same, with the conversion of Word files when the operator has set up LibreOffice. */
export function withOffice({ soffice }: Pick<Config, 'soffice'>): PdfSources {
  const office =
    soffice === null ? null : import('./adapters/office/index.ts').then((loaded) => loaded.createOffice(soffice))
  return office ? { ...pdfSources, convert: async (bytes) => (await office)(bytes) } : pdfSources
}

async function loadPdfSources(): Promise<Omit<PdfSources, 'convert'> & { finish: FinishPdf }> {
  const loaded = await import('./adapters/pdf-source/index.ts')
  return loaded.pdfSources
}

function createApart(config: Config): { tryApart: TryApart; close(): Promise<void> } {
  const worker = createLimitedWorker<ApartJob, null>(new URL('./job-process.ts', import.meta.url), apartLimits)
  let isStopping = false
  return {
    async tryApart(task, payload) {
      try {
        return await worker.run({ config, task, payload })
      } catch (error) {
        // A job is not to blame when the server stops its process, or when the process never started.
        if (isStopping) throw new Error('The server stops.', { cause: error })
        if (isBrokenLimit(error)) return error.message
        throw error
      }
    },
    close() {
      isStopping = true
      return worker.close()
    },
  }
}
