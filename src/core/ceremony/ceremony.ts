import { type Proposed, proposeValues } from '../agreements/index.ts'
import type { Context } from '../context.ts'
import { notFound } from '../errors.ts'
import type { Id } from '../ids.ts'
import {
  type AgreementVersion,
  describeGiven,
  findSigners,
  type Given,
  hasActed,
  isClosed,
  isTurn,
  isUnnamed,
  listSignerVerifications,
  loadContents,
  openEntries,
  openSignerFiles,
  type Signer,
  type SignerFile,
  type SignerVerification,
  type SubmissionContents,
} from '../submissions/index.ts'
import {
  type ConsentKind,
  type DetailKey,
  type OrderedKind,
  requiredConsents,
  requiredDetails,
  requireKind,
} from '../verifications/index.ts'
import { findSession, type Proof, type SignerSession } from './session.ts'

/**
 * The next step of a signer. `others`: the first signer names the others. `consent`: asked once for each kind.
 * `waiting`: other signers have their turn, before or after this one.
 */
export type Step =
  | 'identify'
  | 'others'
  | 'consent'
  | 'details'
  | 'sign'
  | 'approve'
  | 'waiting'
  | 'finishing'
  | 'done'
  | 'closed'

/** One signer's way through a submission, with everything that its pages need. */
export type Ceremony = SubmissionContents & {
  signer: Signer
  /** All signers in acting order, this one among them. */
  signers: Signer[]
  consentsGiven: string[]
  /** The kind of consent to ask for next, or null. */
  nextConsent: ConsentKind | null
  verifications: SignerVerification[]
  step: Step
  /**
   * The values that stand in the signer's fields before signing; empty at earlier steps. `token` is that of their
   * draft.
   */
  proposed: Proposed & { token: string | null; files: SignerFile[] }
  /** The values of the people who have acted, at the steps that show the agreement. */
  given: Given
}

/** The context of a known signer, who acts in place of the visitor from now on. */
export function asSigner(ctx: Context, signer: { id: Id }): Context {
  return { ...ctx, actor: { kind: 'signer', id: signer.id, permissions: [] } }
}

/** For this long after `expires_at`, a submission's pages still show how it ended. */
export const afterglowMs = 30 * 86_400_000

/** The ceremony of the signer to whom this browser belongs. Throws `submission_not_found`. */
export async function findCeremony(
  ctx: Context,
  proof: Proof,
): Promise<{ ceremony: Ceremony; session: SignerSession }> {
  const session = await findSession(ctx, proof)
  const ceremony = session && (await loadCeremony(ctx, session.signerId))
  if (!ceremony || ceremony.submission.expires_at.getTime() + afterglowMs <= ctx.now.getTime())
    throw notFound('submission')
  return { ceremony, session }
}

/** Reads a signer's ceremony, for example again inside the transaction of a step. Throws `signer_not_found`. */
export async function loadCeremony(ctx: Context, signerId: Id): Promise<Ceremony> {
  const found = await ctx.db
    .selectFrom('signers')
    .select('submission_id')
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', signerId)
    .executeTakeFirst()
  const signers = found ? await findSigners(ctx, found.submission_id) : []
  const signer = signers.find(({ id }) => id === signerId)
  if (!signer) throw notFound('signer')
  const contents = await loadContents(ctx, signer.submission_id)
  const consentsGiven = await listConsents(ctx, signer)
  const wanted = consentsToGive(contents.version, signer.role)
  const nextConsent = wanted.find((kind) => !consentsGiven.includes(kind)) ?? null
  const verifications = await listSignerVerifications(ctx, signer.id)
  const ceremony = { ...contents, signer, signers, consentsGiven, nextConsent, verifications }
  const step = nextStep(ceremony, ctx.now)
  const given = showsAgreement(step) ? await describeGiven(ctx, contents, signers) : {}
  return { ...ceremony, step, given, proposed: await propose(ctx, { ...ceremony, step }) }
}

function showsAgreement(step: Step): boolean {
  return step === 'identify' || step === 'sign' || step === 'approve'
}

/** The roles whose parts a signer saw: everybody who acted before, and those beside the signer whom the page named. */
export function partsSeen(
  { signer, signers }: Pick<Ceremony, 'signer' | 'signers'>,
  named: readonly string[],
): string[] {
  const acted = signers.filter(hasActed)
  return acted.filter(({ turn, role }) => turn < signer.turn || named.includes(role)).map(({ role }) => role)
}

/** The sender's values, replaced by what the signer has typed so far. A fixed value stays. */
async function propose(
  ctx: Context,
  { step, signer, version, submission }: Omit<Ceremony, 'proposed' | 'given'>,
): Promise<Ceremony['proposed']> {
  if (step !== 'sign' && step !== 'approve') return { values: {}, fixed: new Set(), token: null, files: [] }
  const entries = await openEntries(ctx, signer)
  const takesFiles = version.fields.some(({ type }) => type === 'file')
  const files = takesFiles ? ((await openSignerFiles(ctx, [signer])).get(signer.id) ?? []) : []
  const { metadata } = submission
  const { values, fixed } = proposeValues(version.fields, signer.role, { metadata, sender: entries.sender })
  const typed = Object.entries(entries.signer).filter(([key]) => !fixed.has(key))
  return { values: { ...values, ...Object.fromEntries(typed) }, fixed, token: entries.token, files }
}

/** The consents that the signer's verifications require, in the order in which they are asked for. */
export function consentsToGive(version: AgreementVersion, role: string): ConsentKind[] {
  return [...new Set(requiredOf(version, role).flatMap(({ type }) => requiredConsents[type]))]
}

/** The groups of personal details that the signer's verifications require. */
export function detailsToGive(version: AgreementVersion, role: string): DetailKey[] {
  return [...new Set(requiredOf(version, role).flatMap(({ type, tier }) => requiredDetails(type, tier)))]
}

/** The verifications that the agreement requires of a role. */
export function requiredOf(version: AgreementVersion, role: string): OrderedKind[] {
  return version.required_verifications.filter((required) => required.role === role).map(requireKind)
}

async function listConsents(ctx: Context, signer: Signer): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('consents')
    .select('kind')
    .where('organization_id', '=', ctx.organizationId)
    .where('subject_id', '=', signer.subject_id)
    .where('withdrawn_at', 'is', null)
    .execute()
  return rows.map(({ kind }) => kind)
}

function nextStep(ceremony: Omit<Ceremony, 'step' | 'proposed' | 'given'>, now: Date): Step {
  const { submission, signer, signers, version, nextConsent } = ceremony
  if (submission.completed_at) return 'done'
  if (!signers.some(({ is_awaited }) => is_awaited)) return 'finishing'
  if (isClosed(submission, now)) return 'closed'
  if (!signer.is_awaited || !isTurn(signer, signers)) return 'waiting'
  if (!signer.identified_at) return 'identify'
  if (signer.position === 1 && signers.some(isUnnamed)) return 'others'
  if (nextConsent) return 'consent'
  if (detailsToGive(version, signer.role).length > 0 && !signer.details_given_at) return 'details'
  return signer.kind === 'approver' ? 'approve' : 'sign'
}
