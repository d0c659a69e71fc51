import { transaction } from '../../db/index.ts'
import { recordAudit } from '../audit/index.ts'
import type { Context } from '../context.ts'
import { formatId, type Id } from '../ids.ts'
import { type Mail, mail } from '../mail.ts'
import { sayMinute } from '../moments.ts'
import { isTurn, lockSubmission, renewInvitation } from '../submissions/index.ts'
import { loadCeremony } from './ceremony.ts'
import { quoteSender, tongueOf } from './mail-words.ts'

/**
 * The mail with a signer's invitation. Makes a new token now, and earlier ones stop working. Null when it is not the
 * signer's turn, or when they have viewed the agreement and `again` is false.
 */
export async function writeInvitationMail(
  ctx: Context,
  signerId: Id,
  publicUrl: string,
  again = false,
): Promise<Mail | null> {
  return transaction(ctx, async (inner) => {
    const known = await loadCeremony(inner, signerId)
    await lockSubmission(inner, known.submission.id)
    const ceremony = await loadCeremony(inner, signerId)
    const { signer, signers, submission, version, step } = ceremony
    const isAsked = signer.is_awaited && step !== 'closed' && isTurn(signer, signers)
    if (!signer.email || !isAsked || (signer.viewed_at && !again)) return null
    const token = await renewInvitation(inner, signer)
    const subject = { type: 'signer', id: signerId } as const
    const [chain, person] = [submission.id, signer.subject_id]
    const action = again ? 'signer.reminder_mailed' : 'signer.invitation_mailed'
    await recordAudit(inner, { action, subject, chain, person })
    const url = `${publicUrl}/agree/${formatId('agreement_link', submission.agreement_link_id)}/begin/${token}`
    const until = sayMinute(submission.expires_at)
    const quoted = await quoteSender(inner)
    const words = { quoted, title: version.title, url, until, approves: signer.kind === 'approver', again }
    return mail([signer.email], 'signer_invitation', words, tongueOf(ceremony))
  })
}
