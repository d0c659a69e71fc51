import { type Field, inActingOrder, type SigningTime, toFields, usualDaysToSign } from '../agreements/index.ts'
import type { Context } from '../context.ts'
import { notFound } from '../errors.ts'
import { type Id, newId } from '../ids.ts'
import { makeSubjects } from '../people/index.ts'
import type { ReadParameters } from './metadata.ts'
import { presentVersionOf } from './present-version.ts'
import { openSigners, type Signer } from './signer.ts'

type Beginning = {
  link: { id: Id; agreementId: Id }
  parameters: ReadParameters
  /** Who supplied the metadata: the URL of the opened link, or the organization. */
  source: 'link' | 'organization'
  /** The signing time and reminders that replace those of the agreement link. */
  time?: SigningTime
}

/**
 * What beginSubmission made: the signers in the order in which they act, the roles that require verifications, and the
 * fields.
 */
type Begun = { signers: [Signer, ...Signer[]]; checked: ReadonlySet<string>; fields: Field[] }

/**
 * Inserts a submission of the agreement's newest version, with a signer for each role. Nobody has viewed it yet.
 * Throws `agreement_link_not_found`.
 */
export async function beginSubmission(ctx: Context, beginning: Beginning): Promise<Begun> {
  const version = await findPresentVersion(ctx, beginning.link)
  const draft = draftSubmission(ctx, beginning, version)
  await ctx.db.insertInto('submissions').values(draft.submission).execute()
  const signers: Signer[] = []
  for (const one of draft.signers) signers.push(await insertSigner(ctx, one))
  const [first, ...others] = signers
  if (!first) throw new Error(`Agreement ${beginning.link.agreementId} has no signer role.`)
  return { signers: [first, ...others], checked: checkedRoles(version), fields: toFields(version.fields) }
}

/** The rows of a new submission: the submission, and a signer for each role in the order in which they act. */
export function draftSubmission(
  ctx: Context,
  { link, parameters, source, time = {} }: Beginning,
  version: PresentVersion,
) {
  const { organizationId: organization_id, now: created_at, now: updated_at } = ctx
  const submission_id = newId(ctx.now.getTime())
  const days = time.daysToSign ?? version.days_to_sign ?? usualDaysToSign
  const reminders = time.reminders === undefined ? version.reminders : time.reminders
  const submission = {
    organization_id,
    id: submission_id,
    agreement_link_id: link.id,
    agreement_id: link.agreementId,
    agreement_version: version.number,
    metadata: JSON.stringify(parameters.metadata),
    metadata_source: source,
    left_out: JSON.stringify(parameters.leftOut),
    expires_at: new Date(ctx.now.getTime() + days * 86_400_000),
    reminders: reminders && JSON.stringify(reminders),
    created_at,
    updated_at,
  }
  // The visitor of a link becomes the first signer, and the turn of that signer has come already.
  const wayOf = (index: number): Pick<Signer, 'delivery' | 'turn_came_at'> =>
    index === 0 && source === 'link'
      ? { delivery: 'link', turn_came_at: ctx.now }
      : { delivery: null, turn_came_at: null }
  const signers = inActingOrder(version.signer_roles).map(({ key: role, order: turn, kind }, index) => {
    const [id, subject_id] = [newId(ctx.now.getTime()), newId(ctx.now.getTime())]
    const of = { role, position: index + 1, turn, kind, ...wayOf(index) }
    return { organization_id, id, submission_id, ...of, subject_id, created_at, updated_at }
  })
  return { submission, signers }
}

type DraftSigner = ReturnType<typeof draftSubmission>['signers'][number]

/** The keys of the roles that require verifications. */
export function checkedRoles(version: Pick<PresentVersion, 'required_verifications'>): ReadonlySet<string> {
  return new Set(version.required_verifications.map(({ role }) => role))
}

async function insertSigner(ctx: Context, draft: DraftSigner): Promise<Signer> {
  await makeSubjects(ctx, [draft.subject_id])
  const row = await ctx.db.insertInto('signers').values(draft).returningAll().executeTakeFirstOrThrow()
  const [signer] = await openSigners(ctx, [row])
  if (!signer) throw new Error('A row gave no record.')
  return signer
}

type PresentVersion = Awaited<ReturnType<typeof findPresentVersion>>

/**
 * The newest version of the link's agreement. Locks agreement and link against deletion until the transaction ends.
 */
export async function findPresentVersion(ctx: Context, link: { id: Id }) {
  const version = await presentVersionOf(ctx, link.id)
    .select(['version.number', 'version.signer_roles', 'version.required_verifications', 'version.fields'])
    .select(['link.days_to_sign', 'link.reminders'])
    .forKeyShare(['agreement', 'link'])
    .executeTakeFirst()
  if (!version) throw notFound('agreement_link')
  return version
}
