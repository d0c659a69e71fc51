import type { FinishedSigner } from '../agreements/index.ts'
import type { TrailRow } from '../audit/index.ts'
import type { Act, Context } from '../context.ts'
import { formatId } from '../ids.ts'
import { findConsentText, listSignerConsents } from '../verifications/index.ts'
import type { AgreementVersion } from './contents.ts'
import { readMark } from './mark.ts'
import { listSignerVerifications, type Signer } from './signer.ts'
import { openSignerFiles } from './signer-files.ts'

/** What a signer did, for the evidence pages. Each act has the time and the request of its row in the trail. */
export async function describeSigner(
  ctx: Context,
  version: AgreementVersion,
  signer: Signer,
  trail: TrailRow[],
): Promise<FinishedSigner> {
  const consents = await describeConsents(ctx, signer)
  const verifications = await listSignerVerifications(ctx, signer.id)
  const isApprover = signer.kind === 'approver'
  const row = findRow(trail, isApprover ? 'agreement.approved' : 'agreement.signed', signer)
  const acted = row?.act
  const proved = findAct(trail, 'signer.code_proved', signer)
  if (!acted) throw new Error(`The trail does not tell that signer ${signer.id} has acted.`)
  const { invited_name: name, invited_email: email } = signer
  return {
    name: signer.name ?? '',
    role: roleName(version, signer.role),
    email: signer.email ?? '',
    invited: name || email ? { name, email } : null,
    mark: isApprover ? null : await readMark(ctx, signer),
    viewed: findAct(trail, 'agreement.viewed', signer),
    ...(signer.asks_code && proved ? { proved } : {}),
    consented: consents[0]?.given ?? null,
    acted,
    ...labelFixed(version, row),
    ...(await describeFiles(ctx, version, signer)),
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

/** The name of a role as people read it. */
export function roleName({ signer_roles }: Pick<AgreementVersion, 'signer_roles'>, key: string): string {
  return signer_roles.find((role) => role.key === key)?.name ?? key
}

function findAct(trail: TrailRow[], action: string, signer: Signer): Act | null {
  return findRow(trail, action, signer)?.act ?? null
}

function findRow(trail: TrailRow[], action: string, { id }: Signer): TrailRow | undefined {
  return trail.findLast((row) => row.action === action && [row.subjectId, row.data.signerId].includes(id))
}

async function describeFiles(
  ctx: Context,
  { fields }: AgreementVersion,
  signer: Signer,
): Promise<Pick<FinishedSigner, 'files'>> {
  const files = (await openSignerFiles(ctx, [signer])).get(signer.id) ?? []
  const labelOf = (key: string) => fields.find((field) => field.key === key)?.label ?? key
  if (files.length === 0) return {}
  return {
    files: files.map(({ field, name, byteSize, sha256 }) => ({ label: labelOf(field), name, byteSize, sha256 })),
  }
}

/**
 * The labels of the fields that the sender filled in and the signer could not change. The trail row names the fields.
 */
function labelFixed({ fields }: AgreementVersion, row: TrailRow | undefined): Pick<FinishedSigner, 'fixed'> {
  const keys: unknown[] = Array.isArray(row?.data.fixed) ? row.data.fixed : []
  const fixed = fields.filter(({ key }) => keys.includes(key)).map(({ label }) => label)
  return fixed.length > 0 ? { fixed } : {}
}

async function describeConsents(ctx: Context, signer: Signer): Promise<FinishedSigner['consents']> {
  const consents = await listSignerConsents(ctx, signer.id)
  return consents.map(({ kind, textVersion, textSha256, locale, ipAddress, userAgent, acceptedAt }) => ({
    title: findConsentText(kind, { version: textVersion, locale })?.pages[0]?.title ?? kind,
    textVersion,
    textSha256,
    given: { at: acceptedAt, ipAddress, userAgent },
  }))
}
