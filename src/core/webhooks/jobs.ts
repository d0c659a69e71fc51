import { sql } from 'kysely'
import { type Database, transaction } from '../../db/index.ts'
import type { Context } from '../context.ts'
import type { Id } from '../ids.ts'
import type { SendMail } from '../mail.ts'
import { writeQuestion } from './answer-recipient.ts'
import { writeFailureMail } from './failure-mail.ts'
import { type HealthState, mailJob, reviewHealth } from './health.ts'
import { askRecipientJob, rememberTold } from './recipients.ts'
import { recoverJob } from './recover.ts'
import { continueRecovery } from './recover-step.ts'

type WebhookJobDependencies = {
  database: Database
  contextOf: (organizationId: Id) => Context
  sendMail: SendMail
  publicUrl: () => string
  now: () => Date
  /** How many days events, bodies and attempts are kept. 90 by default. */
  retentionDays?: number
}

type WebhookJob = (dependencies: WebhookJobDependencies, payload: Record<string, unknown>) => Promise<void>

const defaultRetentionDays = 90
const dayMs = 86_400_000

/** The jobs of webhooks. Each may run twice. */
export const webhookJobs: Record<string, WebhookJob> = {
  [recoverJob]: ({ contextOf }, payload) =>
    continueRecovery(contextOf(text(payload.organizationId)), text(payload.recoveryId)),
  [mailJob]: mail,
  [askRecipientJob]: ask,
  'webhook.review': ({ database, now }) => reviewHealth(database.system, now()),
  'webhook.retention': retain,
}

/** The jobs that run on a schedule. */
export const webhookSchedule = [
  { job: 'webhook.review', cron: '* * * * *' },
  { job: 'webhook.retention', cron: '17 3 * * *' },
]

async function mail({ database, sendMail, ...around }: WebhookJobDependencies, payload: Record<string, unknown>) {
  const webhook = { organizationId: text(payload.organizationId), webhookId: text(payload.webhookId) }
  const at = { publicUrl: around.publicUrl(), now: around.now() }
  const written = await writeFailureMail(database.system, webhook, payload.state as HealthState, at)
  if (!written) return
  await sendMail(written.mail)
  // Remembered after sending, so that the news is sent again when the mail server was down.
  await rememberTold(database.system, written.news, written.mail.to, at.now)
}

async function ask({ database, sendMail, publicUrl }: WebhookJobDependencies, payload: Record<string, unknown>) {
  const recipient = { organizationId: text(payload.organizationId), recipientId: text(payload.recipientId) }
  const question = await writeQuestion(database.system, recipient, publicUrl())
  if (question) await sendMail(question)
}

// Creates partitions eight weeks ahead and drops whole ones, so that retention deletes no single rows.
async function retain({ database, now, retentionDays = defaultRetentionDays }: WebhookJobDependencies) {
  const before = new Date(now().getTime() - retentionDays * dayMs)
  await sql`select create_event_partitions(now(), now() + interval '8 weeks')`.execute(database.system)
  await transaction({ db: database.system }, async ({ db }) => {
    await sql`set local lock_timeout = '5s'`.execute(db)
    await sql`select drop_event_partitions(${before})`.execute(db)
    await db.deleteFrom('former_webhooks').where('deleted_at', '<', before).execute()
  })
}

function text(value: unknown): string {
  if (typeof value === 'string') return value
  throw new Error('A job of webhooks lacks an id in its payload.')
}
