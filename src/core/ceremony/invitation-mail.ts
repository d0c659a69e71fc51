import { transaction } from '../../db/index.ts'
import { recordAudit } from '../audit/index.ts'
import type { Context } from '../context.ts'
import { formatId, type Id } from '../ids.ts'
import { type Mail, mail, quoteStranger } from '../mail.ts'
import { lockSubmission, renewInvitation } from '../submissions/index.ts'
import { loadCeremony } from './ceremony.ts'

/**
 * The mail that brings a signer their way in. The way is made now, and those made before work no more: only the mail has
 * it. Null when the signer has come already, or can no longer sign.
 */
export async function writeInvitationMail(ctx: Context, signerId: Id, publicUrl: string): Promise<Mail | null> {
  return transaction(ctx, async (inner) => {
    const known = await loadCeremony(inner, signerId)
    await lockSubmission(inner, known.submission.id)
    const { signer, submission, version, language, step } = await loadCeremony(inner, signerId)
    if (!signer.email || signer.viewed_at || step === 'closed') return null
    const token = await renewInvitation(inner, signer)
    const subject = { type: 'signer', id: signerId } as const
    const [chain, person] = [submission.id, signer.subject_id]
    await recordAudit(inner, { action: 'signer.invitation_mailed', subject, chain, person })
    const url = `${publicUrl}/agree/${formatId('agreement_link', submission.agreement_link_id)}/begin/${token}`
    const quoted = quoteStranger(await nameOf(inner), 200)
    const day = submission.expires_at.toISOString().slice(0, 10)
    const words = { quoted, title: version.title, url, day }
    return mail([signer.email], 'signer_invitation', words, language.startsWith('fr') ? 'fr' : 'en')
  })
}

async function nameOf({ db, organizationId }: Context): Promise<string> {
  const found = db.selectFrom('organizations').select('name').where('id', '=', organizationId)
  return (await found.executeTakeFirstOrThrow()).name
}
