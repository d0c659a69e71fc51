import type { Database } from '../../db/index.ts'
import type { JobHandlers } from '../../jobs/handlers.ts'
import type { Language } from '../../texts/index.ts'
import type { Context } from '../context.ts'
import { formatId, type Id } from '../ids.ts'
import { type Mail, mail, type SendMail } from '../mail.ts'
import type { Ceremony } from './ceremony.ts'
import { addressOf, makeCode } from './code.ts'
import { writeCopyMail, writeEndMail } from './end-mails.ts'
import { writeInvitationMail } from './invitation-mail.ts'
import { forgetLinkCodes, writeLinkCodeMail } from './link-code.ts'
import { forgetLinkMails } from './link-mails.ts'

type CeremonyJobDependencies = {
  database: Database
  now: () => Date
  /** A context that acts as the system in an organization, at the present time. */
  contextOf(organizationId: string): Context
  sendMail: SendMail
  publicUrl(): string
}

export const ceremonyJobs: JobHandlers<CeremonyJobDependencies> = {
  async 'ceremony.mail_code'({ contextOf, sendMail, publicUrl }, { organizationId, codeId, language }) {
    if (typeof organizationId !== 'string' || typeof codeId !== 'string')
      throw new Error('ceremony.mail_code needs its ids.')
    const made = await makeCode(contextOf(organizationId), codeId)
    const letter = made && writeCodeMail(made.ceremony, made.code, publicUrl(), language === 'fr' ? 'fr' : 'en')
    if (letter) await sendMail(letter)
  },
  async 'ceremony.mail_link_code'({ contextOf, sendMail, publicUrl }, { organizationId, codeId, language }) {
    if (typeof organizationId !== 'string' || typeof codeId !== 'string')
      throw new Error('ceremony.mail_link_code needs its ids.')
    const spoken = language === 'fr' ? 'fr' : 'en'
    const letter = await writeLinkCodeMail(contextOf(organizationId), codeId, publicUrl(), spoken)
    if (letter) await sendMail(letter)
  },
  async 'ceremony.forget_link_codes'({ database, now }) {
    await forgetLinkCodes({ db: database.system, now: now() })
    await forgetLinkMails({ db: database.system, now: now() })
  },
  'ceremony.mail_invitation': mailing((ctx, signerId, publicUrl) => writeInvitationMail(ctx, signerId, publicUrl)),
  'ceremony.mail_reminder': mailing((ctx, signerId, publicUrl) => writeInvitationMail(ctx, signerId, publicUrl, true)),
  'ceremony.mail_end': mailing((ctx, signerId) => writeEndMail(ctx, signerId)),
  'ceremony.mail_copy': mailing((ctx, signerId, publicUrl) => writeCopyMail(ctx, signerId, publicUrl)),
}

/** A job that mails a signer, unless `write` returns null. */
function mailing(
  write: (ctx: Context, signerId: Id, publicUrl: string) => Promise<Mail | null>,
): JobHandlers<CeremonyJobDependencies>[string] {
  return async ({ contextOf, sendMail, publicUrl }, { organizationId, signerId }) => {
    if (typeof organizationId !== 'string' || typeof signerId !== 'string') throw new Error('A mail needs its ids.')
    const letter = await write(contextOf(organizationId), signerId, publicUrl())
    if (letter) await sendMail(letter)
  }
}

/** The jobs that run on a schedule. */
export const ceremonySchedule = [{ job: 'ceremony.forget_link_codes', cron: '50 * * * *' }]

function writeCodeMail(
  { submission, signer, version }: Ceremony,
  code: string,
  publicUrl: string,
  language: Language,
): Mail | null {
  const to = addressOf(signer)
  if (!to) return null
  const link = formatId('agreement_link', submission.agreement_link_id)
  const page = `${publicUrl}/agree/${link}/${formatId('signer', signer.id)}/`
  return mail([to], 'code', { code, title: version.title, page }, language)
}
