import { createHash, randomBytes } from 'node:crypto'
import type { Handle } from '../../db/index.ts'
import { DomainError, say } from '../errors.ts'
import type { Id } from '../ids.ts'
import { type Mail, mail, quoteStranger } from '../mail.ts'

/** An address whose reader is asked for consent to failure mails. */
export type AskedRecipient = { address: string; organizationName: string; answer: 'yes' | 'no' | null }

/** How long the link in such a mail works. */
const lifetimeMs = 30 * 86_400_000

/**
 * The mail that asks an address for consent, with a new link each time; only its hash is stored. Null when the reader
 * has answered. Runs on the system handle.
 */
export async function writeQuestion(
  db: Handle,
  { organizationId, recipientId }: { organizationId: Id; recipientId: Id },
  publicUrl: string,
): Promise<Mail | null> {
  const token = randomBytes(24).toString('base64url')
  const row = await db
    .updateTable('mail_recipients')
    .set({ token_hash: hashOf(token) })
    .where('organization_id', '=', organizationId)
    .where('id', '=', recipientId)
    .where('confirmed_at', 'is', null)
    .where('declined_at', 'is', null)
    .returning('address')
    .executeTakeFirst()
  if (!row) return null
  const { name } = await db
    .selectFrom('organizations')
    .select('name')
    .where('id', '=', organizationId)
    .executeTakeFirstOrThrow()
  const url = `${publicUrl}/failure-mails?recipient=${token}`
  return mail([row.address], 'ask_recipient', { quoted: quoteStranger(name, 200), url })
}

/** The recipient of a link. Throws `recipient_not_found`. */
export async function readRecipient(db: Handle, token: string, now: Date): Promise<AskedRecipient> {
  const row = await db
    .selectFrom('mail_recipients as recipient')
    .innerJoin('organizations as organization', 'organization.id', 'recipient.organization_id')
    .select(['recipient.address', 'recipient.confirmed_at', 'recipient.declined_at', 'organization.name'])
    .where('recipient.token_hash', '=', hashOf(token))
    .where('recipient.asked_at', '>', new Date(now.getTime() - lifetimeMs))
    .executeTakeFirst()
  if (!row) throw notFound()
  const answer = row.declined_at ? 'no' : row.confirmed_at ? 'yes' : null
  return { address: row.address, organizationName: row.name, answer }
}

/** Stores the reader's answer. The last answer counts. Throws `recipient_not_found`. */
export async function answerRecipient(db: Handle, token: string, isYes: boolean, now: Date): Promise<void> {
  await readRecipient(db, token, now)
  await db
    .updateTable('mail_recipients')
    .set(isYes ? { confirmed_at: now, declined_at: null } : { confirmed_at: null, declined_at: now })
    .where('token_hash', '=', hashOf(token))
    .execute()
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

function notFound(): DomainError {
  return new DomainError('not_found', 'recipient_not_found', say('recipient_not_found'))
}
