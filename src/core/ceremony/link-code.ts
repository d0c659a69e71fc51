import { lockUntilCommit, transaction } from '../../db/index.ts'
import { enqueueJob } from '../../jobs/enqueue.ts'
import type { Language } from '../../texts/index.ts'
import { isRecipient, markAddress, openRecipients } from '../agreements/index.ts'
import type { Context } from '../context.ts'
import { checkEmail } from '../email.ts'
import { DomainError, fault, invalid, refuseFaults } from '../errors.ts'
import { formatId, type Id, newId } from '../ids.ts'
import { type Mail, mail } from '../mail.ts'
import { readTypedCode } from '../typed-text.ts'
import { endOfCode, hourBefore, isCode, isLive, mostCodesAnHour, newCode } from './codes.ts'
import { countLinkMails } from './link-mails.ts'
import { type GuardedLink, writeWayIn } from './way-in.ts'

/**
 * Enqueues a mail with a code, if the address is a recipient of the link and the limits allow it. The reply is the same
 * in every case, so that nobody learns who the recipients are.
 * Throws `validation_failed` for an invalid address.
 */
export async function askForLinkCode(
  ctx: Context,
  link: GuardedLink,
  typed: string,
  language: Language,
): Promise<string> {
  const address = readTypedCode(typed)
  refuseFaults(checkEmail(['email'], address))
  if (!isRecipient(openRecipients(ctx, link.id, link.recipients), address)) return address
  const mark = markAddress(ctx, link.id, address)
  await transaction(ctx, async (inner) => {
    await lockUntilCommit(inner.db, `link code ${mark.toString('hex')}`)
    const { organizationId: organization_id, now } = inner
    const codes = inner.db.selectFrom('agreement_link_codes').where('organization_id', '=', organization_id)
    const recent = await codes
      .select('id')
      .where('agreement_link_id', '=', link.id)
      .where('address_mark', '=', mark)
      .where('created_at', '>', hourBefore(now))
      .execute()
    if (recent.length >= mostCodesAnHour) return
    if (!(await mayMail(inner, link.id))) return
    const id = newId(now.getTime())
    await inner.db
      .insertInto('agreement_link_codes')
      .values({
        organization_id,
        id,
        agreement_link_id: link.id,
        address_mark: mark,
        address: inner.vault.seal(purpose(id), Buffer.from(address)),
        created_at: now,
        expires_at: endOfCode(now),
      })
      .execute()
    await enqueueJob(inner.db, 'ceremony.mail_link_code', { organizationId: organization_id, codeId: id, language })
  })
  return address
}

/** Counts one mail of the link. Returns false at the limit, so that the caller replies as usual. */
async function mayMail(ctx: Context, linkId: Id): Promise<boolean> {
  try {
    await countLinkMails(ctx, linkId, 1)
    return true
  } catch (error) {
    if (error instanceof DomainError && error.code === 'too_many_mails') return false
    throw error
  }
}

/**
 * The mail with a link code. Makes the code now and stores only its hash. Null when the code has expired or was used.
 */
export async function writeLinkCodeMail(
  ctx: Context,
  codeId: Id,
  publicUrl: string,
  language: Language,
): Promise<Mail | null> {
  const row = await ctx.db
    .selectFrom('agreement_link_codes as code')
    .innerJoin('agreement_links as link', (join) =>
      join.onRef('link.organization_id', '=', 'code.organization_id').onRef('link.id', '=', 'code.agreement_link_id'),
    )
    .select(['code.address', 'link.id', 'link.title'])
    .where('code.organization_id', '=', ctx.organizationId)
    .where('code.id', '=', codeId)
    .where('code.used_at', 'is', null)
    .where('code.expires_at', '>', ctx.now)
    .executeTakeFirst()
  if (!row?.address) return null
  const { code, code_hash } = newCode(codeId)
  await ctx.db
    .updateTable('agreement_link_codes')
    .set({ code_hash })
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', codeId)
    .execute()
  const to = ctx.vault.open(purpose(codeId), row.address).toString()
  return mail(
    [to],
    'code',
    { code, title: row.title, page: `${publicUrl}/agree/${formatId('agreement_link', row.id)}/` },
    language,
  )
}

/**
 * Lets a browser in by the newest code of an address. A code works once and can be tried five times.
 * Throws `validation_failed` with a fault of `code`.
 */
export async function enterByLinkCode(
  ctx: Context,
  link: GuardedLink,
  typed: { email: string; code: string },
): Promise<string> {
  const address = readTypedCode(typed.email)
  const mark = markAddress(ctx, link.id, address)
  const isRight = await transaction(ctx, async (inner) => {
    await lockUntilCommit(inner.db, `link code ${mark.toString('hex')}`)
    const { organizationId, now } = inner
    const last = await inner.db
      .selectFrom('agreement_link_codes')
      .selectAll()
      .where('organization_id', '=', organizationId)
      .where('agreement_link_id', '=', link.id)
      .where('address_mark', '=', mark)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst()
    if (!isLive(last, now)) return false
    const isSame = isCode(last, typed.code)
    await inner.db
      .updateTable('agreement_link_codes')
      .set((set) => ({ attempts: set('attempts', '+', 1), used_at: isSame ? now : null }))
      .where('organization_id', '=', organizationId)
      .where('id', '=', last.id)
      .execute()
    return isSame
  })
  if (isRight) return writeWayIn(ctx, link, address)
  throw invalid([fault(['code'], 'code')])
}

/** Deletes expired link codes with their addresses. Returns how many. */
export async function forgetLinkCodes({ db, now }: Pick<Context, 'db' | 'now'>): Promise<number> {
  const gone = await db.deleteFrom('agreement_link_codes').where('expires_at', '<', hourBefore(now)).executeTakeFirst()
  return Number(gone.numDeletedRows)
}

function purpose(codeId: Id): string {
  return `link code address ${codeId}`
}
