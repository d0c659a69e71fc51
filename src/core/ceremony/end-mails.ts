import type { Context } from '../context.ts'
import { formatId, type Id } from '../ids.ts'
import { type Mail, mail } from '../mail.ts'
import { findDocument } from '../submissions/index.ts'
import { type Ceremony, loadCeremony } from './ceremony.ts'
import { addressOf } from './code.ts'
import { quoteSender, tongueOf } from './mail-words.ts'

/** Many mail servers refuse larger attachments. */
const mostAttached = 10 * 1024 * 1024

/** The mail that tells a signer that there will be no document. Null without an address or such an end. */
export async function writeEndMail(ctx: Context, signerId: Id): Promise<Mail | null> {
  const ceremony = await loadCeremony(ctx, signerId)
  const to = addressOf(ceremony.signer)
  const how = endOf(ceremony)
  if (!to || !how) return null
  const words = { quoted: await quoteSender(ctx), title: ceremony.version.title }
  return mail([to], `signer_${how}`, words, tongueOf(ceremony))
}

/** The mail with the finished document. Null without an address or a document. */
export async function writeCopyMail(ctx: Context, signerId: Id, publicUrl: string): Promise<Mail | null> {
  const ceremony = await loadCeremony(ctx, signerId)
  const { signer, submission, version } = ceremony
  const to = addressOf(signer)
  const document = to ? await findDocument(ctx, submission.id) : undefined
  if (!to || !document) return null
  const link = formatId('agreement_link', submission.agreement_link_id)
  const page = `${publicUrl}/agree/${link}/${formatId('signer', signer.id)}/`
  const isAttached = document.byteSize <= mostAttached
  const words = { quoted: await quoteSender(ctx), title: version.title, page, isAttached }
  const letter = mail([to], 'signer_copy', words, tongueOf(ceremony))
  const file = { name: document.filename, type: document.contentType, bytes: document.bytes }
  return isAttached ? { ...letter, files: [file] } : letter
}

function endOf({ submission }: Ceremony): 'declined' | 'voided' | 'expired' | null {
  if (submission.declined_at) return 'declined'
  if (submission.voided_at) return 'voided'
  return submission.expired_at ? 'expired' : null
}
