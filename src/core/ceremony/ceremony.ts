import { type Proposed, proposeValues } from '../agreements/index.ts'
import type { Context } from '../context.ts'
import { notFound } from '../errors.ts'
import type { Id } from '../ids.ts'
import {
  type AgreementVersion,
  findSigners,
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
 * What the signer has to do next. `others` asks who acts first who the others are. `consent` is asked once for each kind.
 * `waiting` is for the turn of others: before the signer's own, or after it.
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

/** All that is known of one signer's way through one submission. */
export type Ceremony = SubmissionContents & {
  signer: Signer
  /** All who sign, in their order; the signer is one of them. */
  signers: Signer[]
  consentsGiven: string[]
  /** The consent that is asked for now. */
  nextConsent: ConsentKind | null
  verifications: SignerVerification[]
  step: Step
  /** What stands in the signer's fields before they send them, nothing before they are asked; and the token of their draft. */
  proposed: Proposed & { token: string | null; files: SignerFile[] }
}

/** The context of a signer, once they are known: from here on they act, and no longer a visitor. */
export function asSigner(ctx: Context, signer: { id: Id }): Context {
  return { ...ctx, actor: { kind: 'signer', id: signer.id, permissions: [] } }
}

/** How long a browser is told how a submission ended, after its time is over. */
export const afterglowMs = 30 * 86_400_000

/** The ceremony of the signer whose browser this is. Throws `submission_not_found`. */
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

/** Reads a signer's ceremony anew, for instance after a step or inside its transaction. Throws `signer_not_found`. */
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
  return { ...ceremony, step, proposed: await propose(ctx, { ...ceremony, step }) }
}

/** What the sender has filled in, and over it what the signer has typed so far. */
async function propose(
  ctx: Context,
  { step, signer, version, submission }: Omit<Ceremony, 'proposed'>,
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

function nextStep(ceremony: Omit<Ceremony, 'step' | 'proposed'>, now: Date): Step {
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
