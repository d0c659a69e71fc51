import type { FinishedSigner, Mark } from '../agreements/index.ts'
import type { TrailRow } from '../audit/index.ts'
import type { Act, Context } from '../context.ts'
import { formatId } from '../ids.ts'
import { findConsentText } from '../verifications/index.ts'
import type { AgreementVersion } from './contents.ts'
import { listSignerVerifications, type Signer } from './signer.ts'

/** What a signer did, as the evidence tells it. Each act has the time and the request of its own row in the trail. */
export async function describeSigner(
  ctx: Context,
  version: AgreementVersion,
  signer: Signer,
  trail: TrailRow[],
): Promise<FinishedSigner> {
  const consents = await describeConsents(ctx, signer)
  const verifications = await listSignerVerifications(ctx, signer.id)
  const signed = findAct(trail, 'agreement.signed', signer)
  if (!signed) throw new Error(`The trail does not tell that signer ${signer.id} has signed.`)
  const { invited_name: name, invited_email: email } = signer
  return {
    name: signer.name ?? '',
    role: version.signer_roles.find((role) => role.key === signer.role)?.name ?? signer.role,
    email: signer.email ?? '',
    invited: name || email ? { name, email } : null,
    mark: markOf(signer),
    viewed: findAct(trail, 'agreement.viewed', signer),
    consented: consents[0]?.given ?? null,
    signed,
    consents,
    verifications: verifications.map(({ id, type, status, result, is_simulated }) => ({
      id: formatId('verification', id),
      type,
      status,
      result,
      isSimulated: is_simulated,
    })),
  }
}

/** The mark that a signer has made. */
export function markOf(signer: Signer): Mark {
  if (signer.signature_image) return { kind: 'drawn', png: signer.signature_image }
  return { kind: 'typed', name: signer.signature_text ?? '' }
}

function findAct(trail: TrailRow[], action: string, signer: Signer): Act | null {
  const row = trail.find((row) => row.action === action && [row.subjectId, row.data.signerId].includes(signer.id))
  return row?.act ?? null
}

async function describeConsents(ctx: Context, signer: Signer): Promise<FinishedSigner['consents']> {
  const rows = await ctx.db
    .selectFrom('consents')
    .selectAll()
    .where('organization_id', '=', ctx.organizationId)
    .where('signer_id', '=', signer.id)
    .orderBy('accepted_at')
    .execute()
  return rows.map((row) => {
    const text = findConsentText(row.kind, { version: row.text_version, locale: row.locale })
    return {
      title: text?.pages[0]?.title ?? row.kind,
      textVersion: row.text_version,
      textSha256: row.text_sha256.toString('hex'),
      given: { at: row.accepted_at, ipAddress: row.ip_address, userAgent: row.user_agent },
    }
  })
}
