import { inActingOrder, type SigningTime, usualDaysToSign } from '../agreements/index.ts'
import type { Context } from '../context.ts'
import { notFound } from '../errors.ts'
import { type Id, newId } from '../ids.ts'
import { ensureSubject } from '../people/index.ts'
import type { OpenLink } from './link.ts'
import type { ReadParameters } from './metadata.ts'
import { presentVersionOf } from './present-version.ts'
import { openSigners, type Signer } from './signer.ts'

export type Beginning = {
  link: Pick<OpenLink, 'id' | 'agreementId'>
  parameters: ReadParameters
  /** Whether the link's address says the metadata, or the organization gave it by itself. */
  source: 'link' | 'organization'
  /** What is said of its time in place of what the link says. */
  time?: SigningTime
}

/** The people of a submission that has begun, in the order in which they act, and the roles that are checked. */
export type Begun = { signers: [Signer, ...Signer[]]; checked: ReadonlySet<string> }

/**
 * Writes a submission with a signer for each role, in the newest version of the agreement. Nobody has viewed it yet.
 * Throws `agreement_link_not_found`.
 */
export async function beginSubmission(
  ctx: Context,
  { link, parameters, source, time = {} }: Beginning,
): Promise<Begun> {
  const version = await findPresentVersion(ctx, link)
  const { organizationId: organization_id, now: created_at, now: updated_at } = ctx
  const submission_id = newId(ctx.now.getTime())
  const days = time.daysToSign ?? version.days_to_sign ?? usualDaysToSign
  const reminders = time.reminders === undefined ? version.reminders : time.reminders
  await ctx.db
    .insertInto('submissions')
    .values({
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
    })
    .execute()
  const signers: Signer[] = []
  // Whoever opens the link is who acts first, and has come by it.
  const wayOf = (index: number) =>
    index === 0 && source === 'link'
      ? ({ delivery: 'link', turn_came_at: ctx.now } as const)
      : { delivery: null, turn_came_at: null }
  for (const [index, { key: role, order: turn, kind }] of inActingOrder(version.signer_roles).entries()) {
    signers.push(await insertSigner(ctx, submission_id, { role, position: index + 1, turn, kind, ...wayOf(index) }))
  }
  const [first, ...others] = signers
  if (!first) throw new Error(`Agreement ${link.agreementId} has no signer role.`)
  return { signers: [first, ...others], checked: new Set(version.required_verifications.map(({ role }) => role)) }
}

async function insertSigner(
  ctx: Context,
  submission_id: Id,
  of: Pick<Signer, 'role' | 'position' | 'turn' | 'kind' | 'delivery' | 'turn_came_at'>,
): Promise<Signer> {
  const { organizationId: organization_id, now: created_at, now: updated_at } = ctx
  const row = await ctx.db
    .insertInto('signers')
    .values({
      organization_id,
      id: newId(ctx.now.getTime()),
      submission_id,
      ...of,
      subject_id: await ensureSubject(ctx),
      created_at,
      updated_at,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  const [signer] = await openSigners(ctx, [row])
  if (!signer) throw new Error('A row has a record.')
  return signer
}

/** The newest version of a link's agreement, which is held against deletion until the transaction ends. */
async function findPresentVersion(ctx: Context, link: Pick<OpenLink, 'id'>) {
  const version = await presentVersionOf(ctx, link.id)
    .select(['version.number', 'version.signer_roles', 'version.required_verifications'])
    .select(['link.days_to_sign', 'link.reminders'])
    .forKeyShare(['agreement', 'link'])
    .executeTakeFirst()
  if (!version) throw notFound('agreement_link')
  return version
}
