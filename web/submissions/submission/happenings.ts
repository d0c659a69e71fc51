import type { Resource } from '../../app/api.ts'
import type { Tone } from '../../parts/status-badge.tsx'
import type { Happening } from '../../parts/time-line.tsx'
import type { agreement } from '../../texts/en/agreement.ts'
import type { submissions } from '../../texts/en/submissions.ts'

type Parts = {
  submission: Resource<'submissions'>
  signers: readonly Resource<'signers'>[]
  verifications: readonly Resource<'verifications'>[]
  deliveries: readonly Resource<'webhook-events'>[]
  reminders?: readonly Resource<'reminders'>[]
  /** The rows of its trail about changed parts, newest first. */
  moves?: readonly Resource<'audit-events'>[]
}
type Words = { say: typeof submissions; types: (typeof agreement)['verifications']['types'] }

/**
 * All events of a submission, oldest first: the acts of signers, the states of verifications, and the deliveries of
 * webhooks. At the same moment, causes come before effects. `deliveries` are newest first, as in the list.
 */
export function listHappenings(parts: Parts, words: Words): Happening[] {
  const { submission, signers, verifications, deliveries, reminders = [], moves = [] } = parts
  const all = [
    ...beginningOf(submission, words),
    ...ofMoves(moves, words),
    ...signers.flatMap((signer) => ofSigner(signer, words)),
    ...reminders.flatMap((reminder) => ofReminder(reminder, signers, words)),
    ...verifications.filter(({ attributes }) => !attributes.isScan).flatMap((check) => ofVerification(check, words)),
    ...endOf(submission, words),
    ...deliveries.map((delivery) => ofDelivery(delivery, words)).reverse(),
  ]
  return all.sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
}

function beginningOf({ id, attributes }: Parts['submission'], { say: { line } }: Words): Happening[] {
  return happen(`${id} created`, attributes.createdAt, line.created, 'calm')
}

function endOf({ id, attributes }: Parts['submission'], { say: { line, one } }: Words): Happening[] {
  const { completedAt, voidedAt, voidReason, expiredAt } = attributes
  return [
    ...happen(`${id} completed`, completedAt, line.completed, 'good'),
    ...happen(`${id} voided`, voidedAt, line.voided, 'warn', voidReason ? one.reason(voidReason) : undefined),
    ...happen(`${id} expired`, expiredAt, line.expired, 'warn'),
  ]
}

function ofSigner({ id, attributes }: Resource<'signers'>, { say: { line } }: Words): Happening[] {
  const who = attributes.name ?? attributes.email ?? line.someone
  return [
    ...happen(`${id} viewed`, attributes.viewedAt, line.viewed(who), 'busy'),
    ...happen(`${id} identified`, attributes.identifiedAt, line.identified(who), 'busy'),
    ...happen(`${id} details`, attributes.detailsGivenAt, line.details(who), 'busy'),
    ...happen(`${id} signed`, attributes.signedAt, line.signed(who), 'good'),
    ...happen(`${id} approved`, attributes.approvedAt ?? null, line.approved(who), 'good'),
    ...happen(`${id} declined`, attributes.declinedAt, line.declined(who), 'bad'),
  ]
}

function ofReminder(
  { id, attributes, relationships }: Resource<'reminders'>,
  signers: Parts['signers'],
  { say: { line } }: Words,
): Happening[] {
  const asked = signers.find((signer) => signer.id === relationships.signer.data?.id)
  const who = asked?.attributes.name ?? asked?.attributes.email ?? line.someone
  const isByItself = relationships.user.data === null
  return happen(id, attributes.remindedAt, line.reminded(who), 'calm', isByItself ? line.byItself : undefined)
}

/** Each change of a part, from its two rows: the first has the earlier person, and the next one has the new person. */
function ofMoves(moves: NonNullable<Parts['moves']>, { say: { line } }: Words): Happening[] {
  const inOrder = moves.toSorted((a, b) => a.attributes.sequence - b.attributes.sequence)
  return inOrder.flatMap(({ id, attributes }, index) => {
    const next = inOrder[index + 1]?.attributes
    if (attributes.action !== 'signer.reassigned' || next?.action !== 'signer.named') return []
    const [from, to] = [whoIn(attributes.data), whoIn(next.data)]
    const isOne = [from.email, from.name].some((word) => word !== '' && [to.email, to.name].includes(word))
    const words = isOne ? line.mended : line.moved
    return happen(id, attributes.occurredAt, words(from.both || line.someone, to.both || line.someone), 'warn')
  })
}

function whoIn(data: Record<string, unknown>): { name: string; email: string; both: string } {
  const text = (value: unknown) => (typeof value === 'string' ? value : '')
  const [name, email] = [text(data.name), text(data.email)]
  return { name, email, both: name && email ? `${name} (${email})` : name || email }
}

function ofVerification({ id, attributes }: Resource<'verifications'>, { say: { line }, types }: Words): Happening[] {
  const type = types[attributes.kind]
  const leadsTo = `/verifications/${id}`
  const ordered = happen(`${id} ordered`, attributes.createdAt, line.ordered(type), 'busy')
  const { status, result, lastStatusAt } = attributes
  if (status === 'started' || status === 'in_progress') return ordered.map((one) => ({ ...one, leadsTo }))
  const isDrug = attributes.kind === 'panel_drug'
  const words = {
    verified: isDrug ? 'negative' : 'verified',
    rejected: isDrug ? 'positive' : 'rejected',
    pending: 'pending',
  } as const
  const told = status === 'cancelled' || result === null ? line.cancelled : line.results[words[result]]
  const tone = result === 'verified' ? 'good' : result === 'rejected' ? 'bad' : 'warn'
  return [...ordered, ...happen(`${id} ended`, lastStatusAt, line.checked(type, told), tone)].map((one) => ({
    ...one,
    leadsTo,
  }))
}

const deliveryTones = { pending: 'busy', delivered: 'good', failed: 'bad', held: 'warn' } as const

function ofDelivery(
  { id, attributes, relationships }: Resource<'webhook-events'>,
  { say: { line } }: Words,
): Happening {
  const { kind, state, occurredAt } = attributes
  const leadsTo = `/webhooks/${relationships.webhook.data?.id ?? ''}`
  return {
    key: id,
    at: occurredAt,
    text: line.delivery(kind),
    tone: deliveryTones[state],
    note: line.deliveries[state],
    leadsTo,
  }
}

function happen(key: string, at: string | null, text: string, tone: Tone, note?: string): Happening[] {
  if (at === null) return []
  return [{ key, at, text, tone, ...(note === undefined ? {} : { note }) }]
}
