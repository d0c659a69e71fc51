import type { Context } from '../context.ts'
import { notFound } from '../errors.ts'
import {
  type AgreementVersion,
  findSigner,
  isClosed,
  listSignerVerifications,
  loadContents,
  type Signer,
  type SignerVerification,
  type SubmissionContents,
} from '../submissions/index.ts'
import { sha256 } from '../vault.ts'
import {
  type ConsentKind,
  type DetailKey,
  type OrderedKind,
  requiredConsents,
  requiredDetails,
  requireKind,
} from '../verifications/index.ts'

/** What the signer has to do next. `consent` is asked once for each kind. */
export type Step = 'identify' | 'consent' | 'details' | 'sign' | 'finishing' | 'done' | 'closed'

/** All that is known of one signer's way through one submission. */
export type Ceremony = SubmissionContents & {
  signer: Signer
  consentsGiven: string[]
  verifications: SignerVerification[]
  step: Step
}

/** The context of a signer, once they are known: from here on they act, and no longer a visitor. */
export function asSigner(ctx: Context, signer: Pick<Signer, 'id'>): Context {
  return { ...ctx, actor: { kind: 'signer', id: signer.id, permissions: [] } }
}

/** The ceremony that a browser's token belongs to, until the submission's time is over. Throws `submission_not_found`. */
export async function findCeremony(ctx: Context, token: string): Promise<Ceremony> {
  const signer = await findSigner(ctx, { column: 'token_hash', value: sha256(token) })
  const ceremony = signer && (await loadCeremony(ctx, signer))
  if (!ceremony || ceremony.submission.expires_at <= ctx.now) throw notFound('submission')
  return ceremony
}

/** Reads a signer's ceremony anew, for instance after a step or inside its transaction. */
export async function loadCeremony(ctx: Context, signer: Signer): Promise<Ceremony> {
  const contents = await loadContents(ctx, signer.submission_id)
  const consents = await ctx.db
    .selectFrom('consents')
    .select('kind')
    .where('organization_id', '=', ctx.organizationId)
    .where('subject_id', '=', signer.subject_id)
    .where('withdrawn_at', 'is', null)
    .execute()
  const verifications = await listSignerVerifications(ctx, signer.id)
  const ceremony = { ...contents, signer, consentsGiven: consents.map((row) => row.kind), verifications }
  return { ...ceremony, step: nextStep(ceremony, ctx.now) }
}

/** The consents that the agreement's checks ask of this signer, in the order in which they are shown. */
export function consentsToGive(version: AgreementVersion, role: string): ConsentKind[] {
  return [...new Set(requiredOf(version, role).flatMap(({ type }) => requiredConsents[type]))]
}

/** The groups of personal details that the agreement's checks need of this signer. */
export function detailsToGive(version: AgreementVersion, role: string): DetailKey[] {
  return [...new Set(requiredOf(version, role).flatMap(({ type, tier }) => requiredDetails(type, tier)))]
}

/** The checks that the agreement requires of a signer role. */
export function requiredOf(version: AgreementVersion, role: string): OrderedKind[] {
  return version.required_verifications.filter((required) => required.role === role).map(requireKind)
}

type Progress = Pick<Ceremony, 'submission' | 'signer' | 'version' | 'consentsGiven'>

function nextStep({ submission, signer, version, consentsGiven }: Progress, now: Date): Step {
  if (submission.completed_at) return 'done'
  if (signer.signed_at) return 'finishing'
  if (isClosed(submission, now)) return 'closed'
  if (!signer.identified_at) return 'identify'
  if (consentsToGive(version, signer.role).some((kind) => !consentsGiven.includes(kind))) return 'consent'
  if (detailsToGive(version, signer.role).length > 0 && !signer.details_given_at) return 'details'
  return 'sign'
}
