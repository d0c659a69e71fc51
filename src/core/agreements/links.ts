import type { Selectable } from 'kysely'
import { type ReminderRule, type Tables, transaction } from '../../db/index.ts'
import { recordAudit } from '../audit/index.ts'
import type { Context } from '../context.ts'
import { DomainError, type Fault, notFound, refuseFaults, say } from '../errors.ts'
import { type Id, newId } from '../ids.ts'
import { checkFuture } from '../moments.ts'
import { forOwnRead, requirePermission } from '../permissions.ts'
import { checkText } from '../text.ts'
import { type Agreement, getAgreement, holdAgreement, selectAgreements, toAgreement } from './agreements.ts'
import {
  findLinkSignerFaults,
  type GivenLinkSigner,
  type LinkSigner,
  openLinkSigners,
  sealLinkSigners,
} from './link-people.ts'
import { findTimeFaults, type SigningTime } from './signing-time.ts'
import { type AuthMode, columnsOf, findWayFaults, openRecipients, tellWays, type WaysIn } from './ways-in.ts'

/** The public URL of an agreement. */
export type AgreementLink = {
  id: Id
  agreementId: Id
  title: string
  isActive: boolean
  expiresAt: Date | null
  authMode: AuthMode
  recipients: string[]
  oncePerEmail: boolean
  /** Whether the parameters of the URL must be signed. */
  parametersAreSigned: boolean
  /** The people whom the link names for roles of its submissions. */
  signers: LinkSigner[]
  /** How many days its submissions can be signed; null means the default. */
  daysToSign: number | null
  reminders: ReminderRule | null
  createdBy: Id | null
  createdAt: Date
  updatedAt: Date
}

/** The settings of a link. */
type LinkInput = WaysIn & SigningTime & { title?: string; expiresAt?: Date | null; signers?: GivenLinkSigner[] }

/**
 * Creates a link of an agreement. Its title is the agreement's by default.
 * Throws `agreement_not_found`, `agreement_archived`, `validation_failed`.
 */
export async function createAgreementLink(
  ctx: Context,
  input: LinkInput & { agreementId: Id },
): Promise<AgreementLink> {
  requirePermission(ctx, 'agreements:write')
  refuseFaults([
    ...findLinkFaults(ctx, input),
    ...(await findPeopleFaults(ctx, input, input.agreementId)),
    ...findWayFaults(input),
  ])
  return transaction(ctx, async (inner) => {
    const agreement = await requirePresent(inner, input.agreementId)
    const id = newId(inner.now.getTime())
    const row = await inner.db
      .insertInto('agreement_links')
      .values({
        organization_id: inner.organizationId,
        id,
        agreement_id: agreement.id,
        title: input.title ?? agreement.title,
        expires_at: input.expiresAt ?? null,
        ...columnsOf(inner, id, input),
        ...moreOf(inner, id, input),
        created_by: inner.actor.kind === 'user' ? inner.actor.id : null,
        created_at: inner.now,
        updated_at: inner.now,
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    const { agreementId: _, title: _title, expiresAt: _end, ...ways } = input
    const subject = { type: 'agreement_link', id }
    await recordAudit(inner, { action: 'agreement_link.created', subject, data: tell(ways) })
    return toLink(inner, row)
  })
}

/** One link. Throws `agreement_link_not_found`. */
export async function getAgreementLink(ctx: Context, id: Id): Promise<AgreementLink> {
  requirePermission(ctx, 'agreements:read')
  return findLink(ctx, id)
}

async function findLink(ctx: Context, id: Id): Promise<AgreementLink> {
  return toLink(ctx, await findRow(ctx, id))
}

async function findRow(ctx: Context, id: Id): Promise<LinkRow> {
  const row = await ctx.db
    .selectFrom('agreement_links')
    .selectAll()
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound('agreement_link')
  return row
}

type LinkRow = Selectable<Tables['agreement_links']>

/**
 * Changes a link; omitted members stay. `allow` gets the locked link and may throw to prevent the change.
 * Throws `agreement_link_not_found`, `validation_failed`, and `agreement_archived` for activating a link of an archived
 * agreement.
 */
export async function updateAgreementLink(
  ctx: Context,
  id: Id,
  changes: LinkInput & { isActive?: boolean },
  allow: (current: AgreementLink) => void = () => {},
): Promise<AgreementLink> {
  requirePermission(ctx, 'agreements:write')
  const given = findLinkFaults(ctx, changes)
  const people = changes.signers && (await findPeopleFaults(ctx, changes, (await findLink(ctx, id)).agreementId))
  refuseFaults([...given, ...(people ?? [])])
  return transaction(ctx, async (inner) => {
    const { agreementId } = await findLink(inner, id)
    await holdAgreement(inner, agreementId)
    const known = await findRow(inner, id)
    allow(toLink(inner, known))
    refuseFaults(findWayFaults(changes, known))
    if (changes.isActive) await requirePresent(inner, agreementId)
    const row = await inner.db
      .updateTable('agreement_links')
      .set({
        ...(changes.title === undefined ? {} : { title: changes.title }),
        ...(changes.isActive === undefined ? {} : { is_active: changes.isActive }),
        ...(changes.expiresAt === undefined ? {} : { expires_at: changes.expiresAt }),
        ...columnsOf(inner, id, changes),
        ...moreOf(inner, id, changes),
        updated_at: inner.now,
      })
      .where('organization_id', '=', inner.organizationId)
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirst()
    if (!row) throw notFound('agreement_link')
    const subject = { type: 'agreement_link', id }
    await recordAudit(inner, { action: 'agreement_link.updated', subject, data: tell(changes) })
    return toLink(inner, row)
  })
}

/** Locks an agreement against being archived. Throws `agreement_not_found`, `agreement_archived`. */
async function requirePresent(ctx: Context, agreementId: Id): Promise<Agreement> {
  await holdAgreement(ctx, agreementId)
  const agreement = await getAgreement(forOwnRead(ctx), agreementId)
  if (!agreement.archivedAt) return agreement
  throw new DomainError('conflict', 'agreement_archived', say('agreement_archived_links'))
}

function findLinkFaults(ctx: Context, input: LinkInput): Fault[] {
  const faults = input.title === undefined ? [] : checkText(['title'], input.title, { maxLength: 200, minLength: 1 })
  return [...faults, ...checkFuture(ctx.now, ['expiresAt'], input.expiresAt), ...findTimeFaults(input)]
}

async function findPeopleFaults(ctx: Context, { signers }: LinkInput, agreementId: Id): Promise<Fault[]> {
  if (!signers) return []
  const row = await selectAgreements(ctx).where('agreement.id', '=', agreementId).executeTakeFirst()
  return findLinkSignerFaults(signers, row ? toAgreement(row) : null)
}

function moreOf(ctx: Context, id: Id, { signers, daysToSign, reminders }: LinkInput) {
  return {
    ...(signers && { signers: sealLinkSigners(ctx, id, signers) }),
    ...(daysToSign !== undefined && { days_to_sign: daysToSign }),
    ...(reminders !== undefined && { reminders: reminders && JSON.stringify(reminders) }),
  }
}

// The trail counts the people of a link, and does not name them.
function tell({ signers, ...given }: LinkInput & { isActive?: boolean }): Record<string, unknown> {
  return { ...tellWays(given), ...(signers && { signers: signers.length }) }
}

export function toLink(ctx: Context, row: LinkRow): AgreementLink {
  return {
    id: row.id,
    agreementId: row.agreement_id,
    title: row.title,
    isActive: row.is_active,
    expiresAt: row.expires_at,
    authMode: row.auth_mode,
    recipients: openRecipients(ctx, row.id, row.recipients),
    oncePerEmail: row.once_per_email,
    parametersAreSigned: row.parameter_secret !== null,
    signers: openLinkSigners(ctx, row.id, row.signers),
    daysToSign: row.days_to_sign,
    reminders: row.reminders,
    createdBy: row.created_by,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}
