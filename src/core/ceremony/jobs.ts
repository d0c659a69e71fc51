import type { JobHandlers } from '../../jobs/handlers.ts'
import type { Context } from '../context.ts'
import { formatId } from '../ids.ts'
import type { Mail, SendMail } from '../mail.ts'
import type { Ceremony } from './ceremony.ts'
import { addressOf, makeCode } from './code.ts'

export type CeremonyJobDependencies = {
  /** A context of the system in an organization, at the present moment. */
  contextOf(organizationId: string): Context
  sendMail: SendMail
  publicUrl(): string
}

/** The jobs of the ceremony, by name. */
export const ceremonyJobs: JobHandlers<CeremonyJobDependencies> = {
  async 'ceremony.mail_code'({ contextOf, sendMail, publicUrl }, { organizationId, codeId }) {
    if (typeof organizationId !== 'string' || typeof codeId !== 'string')
      throw new Error('ceremony.mail_code needs its ids.')
    const made = await makeCode(contextOf(organizationId), codeId)
    const mail = made && writeCodeMail(made.ceremony, made.code, publicUrl())
    if (mail) await sendMail(mail)
  },
}

function writeCodeMail({ submission, signer, version }: Ceremony, code: string, publicUrl: string): Mail | null {
  const to = addressOf(signer)
  if (!to) return null
  const link = formatId('agreement_link', submission.agreement_link_id)
  const lines = [
    `Your code for the agreement “${version.title}” is:`,
    '',
    `    ${code}`,
    '',
    'Type it on the page that asked for it. It works for 15 minutes. Nobody will ask you for it by phone or by mail.',
    'If you did not ask for a code, do nothing: without it nobody gets in.',
    '',
    `The page: ${publicUrl}/agree/${link}/${formatId('signer', signer.id)}/`,
  ]
  return { to: [to], subject: `${code} is your code for “${version.title}”`, text: lines.join('\n') }
}
