import { sql } from 'kysely'
import { type Handle, transaction } from '../../db/index.ts'
import { recordAudit } from '../audit/index.ts'
import type { Context, Origin } from '../context.ts'
import { DomainError, type Fault, refuseFaults, say } from '../errors.ts'
import { type Id, newId } from '../ids.ts'
import { checkText } from '../text.ts'
import type { Vault } from '../vault.ts'
import { findPasswordFaults } from './password.ts'
import { hashSecret, looksLikeSecret } from './secrets.ts'
import { type HashPassword, insertPassword } from './users.ts'

/**
 * The person who answers an invitation must hold its token, because the token was mailed to the address only. `db` is
 * the system handle.
 */
export type Answering = { db: Handle; token: string; now: Date; vault: Vault; origin?: Origin }

/** An invitation as the invited person sees it. */
export type OwnInvitation = {
  organizationId: Id
  id: Id
  organizationName: string
  inviterName: string | null
  name: string
  email: string
  role: string | null
  isAccepted: boolean
  /** What the person must give. A person who is known on this server has a name and a password already. */
  asks: { name: boolean; password: boolean }
}

/** What the person gives, of the members in `asks`. */
type Answer = { name?: string; password?: string }

/** The invitation of a token, until it expires. Throws `invitation_not_found`. */
export async function readOwnInvitation({ db, token, now }: Omit<Answering, 'vault'>): Promise<OwnInvitation> {
  const row = looksLikeSecret(token) ? await selectOwn(db, token, now).executeTakeFirst() : undefined
  if (!row || (row.role === null && !row.accepted_at)) throw notOpen()
  const person = await findPerson(db, row.email)
  if (person?.deactivated_at) throw notOpen()
  return {
    organizationId: row.organization_id,
    id: row.id,
    organizationName: row.organization_name,
    inviterName: row.inviter_name,
    name: row.name,
    email: row.email,
    role: row.role,
    isAccepted: row.accepted_at !== null,
    asks: { name: !person?.confirmed_at, password: !person || (!person.confirmed_at && !person.has_sign_in) },
  }
}

/**
 * Makes the person a member. A new person chooses a name, which all their organizations see, and a password.
 * Throws `invitation_not_found`, `validation_failed`.
 */
export async function acceptInvitation(
  answering: Answering,
  answer: Answer,
  hashPassword: HashPassword,
): Promise<void> {
  const { asks } = await readOwnInvitation(answering)
  refuseFaults(findAnswerFaults(asks, answer))
  const password = asks.password ? await hashPassword(answer.password ?? '') : null
  await transaction(answering, async (inner) => {
    const invitation = await takeOpen({ ...answering, db: inner.db })
    const name = asks.name ? (answer.name ?? '').trim() : null
    const userId = await confirmPerson(inner.db, invitation.email, name, answering.now)
    if (password) await insertPassword(inner.db, userId, password, answering.now)
    await inner.db
      .insertInto('memberships')
      .values({
        organization_id: invitation.organization_id,
        id: newId(answering.now.getTime()),
        user_id: userId,
        name: invitation.name,
        role: invitation.role,
        created_at: answering.now,
        updated_at: answering.now,
      })
      .onConflict((conflict) => conflict.columns(['organization_id', 'user_id']).doNothing())
      .execute()
    await endAnswered({ ...answering, db: inner.db }, invitation, { accepted_at: answering.now, accepted_by: userId })
    const actor = { kind: 'user', id: userId, role: invitation.role, permissions: [] } as const
    const ctx = contextOf({ ...answering, db: inner.db }, invitation.organization_id, actor)
    const subject = { type: 'invitation', id: invitation.id }
    await recordAudit(ctx, { action: 'invitation.accepted', subject, data: { role: invitation.role } })
  })
}

/** Declines an invitation. The organization sees it. Throws `invitation_not_found`. */
export async function declineInvitation(answering: Answering): Promise<void> {
  await transaction(answering, async ({ db }) => {
    const invitation = await takeOpen({ ...answering, db })
    await endAnswered({ ...answering, db }, invitation, { declined_at: answering.now })
    const ctx = contextOf({ ...answering, db }, invitation.organization_id, { kind: 'visitor', permissions: [] })
    await recordAudit(ctx, { action: 'invitation.declined', subject: { type: 'invitation', id: invitation.id } })
  })
}

function findAnswerFaults(asks: OwnInvitation['asks'], { name = '', password = '' }: Answer): Fault[] {
  const faults = asks.name ? checkText(['name'], name.trim(), { maxLength: 200, minLength: 1 }) : []
  return asks.password ? [...faults, ...findPasswordFaults(password)] : faults
}

function contextOf(answering: Answering, organizationId: Id, actor: Context['actor']): Context {
  const { db, now, vault, origin } = answering
  return { db, organizationId, actor, now, vault, ...(origin ? { origin } : {}) }
}

function notOpen(): DomainError {
  return new DomainError('not_found', 'invitation_not_found', say('invitation_not_open'))
}

function selectOwn(db: Handle, token: string, now: Date) {
  return db
    .selectFrom('invitations as invitation')
    .innerJoin('organizations as organization', 'organization.id', 'invitation.organization_id')
    .leftJoin('users as inviter', 'inviter.id', 'invitation.inviter_id')
    .leftJoin('memberships as membership', (join) =>
      join
        .onRef('membership.organization_id', '=', 'invitation.organization_id')
        .onRef('membership.user_id', '=', 'invitation.inviter_id'),
    )
    .selectAll('invitation')
    .select('organization.name as organization_name')
    .select(
      sql<
        string | null
      >`case when inviter.confirmed_at is null then coalesce(membership.name, inviter.email) else inviter.name end`.as(
        'inviter_name',
      ),
    )
    .where('invitation.token_hash', '=', hashSecret(token))
    .where('invitation.expires_at', '>', now)
    .where('invitation.revoked_at', 'is', null)
}

async function takeOpen({ db, token, now }: Answering) {
  const row = await db
    .selectFrom('invitations')
    .select(['organization_id', 'id', 'email', 'name', 'role'])
    .where('token_hash', '=', hashSecret(token))
    .where('expires_at', '>', now)
    .forUpdate()
    .executeTakeFirst()
  if (!row || row.role === null) throw notOpen()
  return { ...row, role: row.role }
}

type Ended = { accepted_at: Date; accepted_by: Id } | { declined_at: Date }

async function endAnswered({ db, now }: Answering, row: { organization_id: Id; id: Id }, ended: Ended): Promise<void> {
  await db
    .updateTable('invitations')
    .set({ ...ended, role: null, updated_at: now })
    .where('organization_id', '=', row.organization_id)
    .where('id', '=', row.id)
    .execute()
}

async function findPerson(db: Handle, email: string) {
  return db
    .selectFrom('users')
    .select(['confirmed_at', 'deactivated_at'])
    .select(
      sql<boolean>`exists (select from sign_in_accounts where sign_in_accounts.user_id = users.id)`.as('has_sign_in'),
    )
    .where((where) => where(where.fn('lower', ['email']), '=', email))
    .executeTakeFirst()
}

// Finds or creates the person of an address, and marks them as confirmed. The name is written only the first time.
async function confirmPerson(db: Handle, email: string, name: string | null, now: Date): Promise<Id> {
  const { id } = await db
    .insertInto('users')
    .values({
      id: newId(now.getTime()),
      name: name ?? email,
      email,
      email_verified: true,
      confirmed_at: now,
      created_at: now,
      updated_at: now,
    })
    .onConflict((conflict) =>
      conflict.expression(sql`lower(email)`).doUpdateSet({
        email_verified: true,
        name: sql`case when users.confirmed_at is null then excluded.name else users.name end`,
        confirmed_at: sql`coalesce(users.confirmed_at, excluded.confirmed_at)`,
        updated_at: now,
      }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
