import type { Handle } from '../../db/index.ts'
import type { Failures } from '../../texts/index.ts'
import { formatId, type Id } from '../ids.ts'
import { type Mail, mail, quoteStranger } from '../mail.ts'
import type { HealthState } from './health.ts'
import { mayBeTold, type News } from './recipients.ts'

const excerptLength = 500

/**
 * The mail about a webhook's health, to confirmed addresses that did not get the same news within a day. Null when
 * there are none. Runs on the system handle.
 */
export async function writeFailureMail(
  db: Handle,
  webhook: { organizationId: Id; webhookId: Id },
  state: HealthState,
  { publicUrl, now }: { publicUrl: string; now: Date },
): Promise<{ mail: Mail; news: News } | null> {
  const facts = await readFacts(db, webhook)
  if (!facts?.notification_emails.length) return null
  const news = { organizationId: webhook.organizationId, state, destination: facts.destination_url }
  const to = await mayBeTold(db, news, facts.notification_emails, now)
  if (to.length === 0) return null
  const id = formatId('webhook', webhook.webhookId)
  const letter = mail(to, 'webhook_health', {
    state,
    host: hostOf(facts.destination_url),
    id,
    url: facts.destination_url,
    page: `${publicUrl}/app/webhooks/${id}`,
    failures: state === 'recovered' ? null : failuresOf(facts),
  })
  return { mail: letter, news }
}

type Facts = NonNullable<Awaited<ReturnType<typeof readFacts>>>

async function readFacts(db: Handle, { organizationId, webhookId }: { organizationId: Id; webhookId: Id }) {
  const webhook = await db
    .selectFrom('webhooks as webhook')
    .innerJoin('webhook_lanes as lane', (join) =>
      join.onRef('lane.organization_id', '=', 'webhook.organization_id').onRef('lane.webhook_id', '=', 'webhook.id'),
    )
    .select([
      'webhook.destination_url',
      'webhook.notification_emails',
      'lane.consecutive_failures',
      'lane.failing_since',
      'lane.last_error',
      'lane.open_until',
    ])
    .where('webhook.organization_id', '=', organizationId)
    .where('webhook.id', '=', webhookId)
    .executeTakeFirst()
  if (!webhook) return null
  const attempt = await db
    .selectFrom('attempts')
    .select(['http_status', 'response_excerpt'])
    .where('organization_id', '=', organizationId)
    .where('webhook_id', '=', webhookId)
    .where('outcome', '!=', 'delivered')
    .orderBy('event_id', 'desc')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  const next = await db
    .selectFrom('deliveries')
    .select((select) => [select.fn.min('next_attempt_at').as('at'), select.fn.countAll<number>().as('waiting')])
    .where('organization_id', '=', organizationId)
    .where('webhook_id', '=', webhookId)
    .where('state', '=', 'pending')
    .executeTakeFirst()
  return { ...webhook, ...attempt, next_at: next?.at ?? webhook.open_until, waiting: next?.waiting ?? 0 }
}

function failuresOf(facts: Facts): Failures {
  return {
    cause: facts.last_error,
    count: facts.consecutive_failures,
    since: facts.failing_since?.toISOString() ?? null,
    waiting: facts.waiting,
    next: facts.next_at ? new Date(facts.next_at).toISOString() : null,
    excerpt: quoteStranger(facts.response_excerpt?.toString('utf8') ?? '', excerptLength),
  }
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url
}
