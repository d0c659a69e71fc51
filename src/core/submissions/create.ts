import { transaction } from '../../db/index.ts'
import { findTimeFaults, inActingOrder, openLinkSigners, type SigningTime, toFields } from '../agreements/index.ts'
import { recordAudit } from '../audit/index.ts'
import type { Context } from '../context.ts'
import { type Fault, fault, inside, invalid, notFound, refuseFaults } from '../errors.ts'
import type { Id } from '../ids.ts'
import { forOwnRead, requirePermission } from '../permissions.ts'
import { beginSubmission, checkedRoles } from './begin.ts'
import { renewInvitation } from './invitation.ts'
import { requireOpen } from './link.ts'
import { findMetadataFaults, type Metadata, readMetadata } from './metadata.ts'
import { findGivenFaults, findNamedFaults, findSignerFaults, type NewSigner, nameSigner } from './new-signer.ts'
import { fillIn, nameFromDefaults } from './others.ts'
import { presentVersionOf } from './present-version.ts'
import type { Signer } from './signer.ts'
import { getSubmission, type Submission } from './submission.ts'
import { callNext } from './turns.ts'

/**
 * A submission that an organization makes. `signer` is the first signer; `signers` names people by role. The link or
 * the metadata names the others. If neither does, the first signer is asked for them.
 */
export type NewSubmission = SigningTime & {
  agreementLinkId: Id
  metadata?: Metadata
  signer?: NewSigner
  signers?: (NewSigner & { role: string })[]
}

/**
 * A submission that was just made. `token` is the first signer's invitation token. `tokens` has the tokens of all who
 * sign by link, by signer id.
 */
export type CreatedSubmission = { submission: Submission; token: string; tokens: ReadonlyMap<Id, string> }

/**
 * Makes a submission before anybody opens the link. Each token works once, and only this reply contains it.
 * Throws `permission_missing`, `agreement_link_not_found`, `agreement_link_inactive`, `agreement_link_expired`,
 * `validation_failed`.
 */
export async function createSubmission(ctx: Context, input: NewSubmission): Promise<CreatedSubmission> {
  requirePermission(ctx, 'submissions:write')
  const faults = findSubmissionFaults(input)
  if (faults.length > 0) throw invalid(withoutRepeats([...faults, ...(await findPeopleFaults(ctx, input))]))
  const parameters = readMetadata(input.metadata ?? {})
  return transaction(ctx, async (inner) => {
    const link = await findOpenLink(inner, input.agreementLinkId)
    const begun = await beginSubmission(inner, {
      link: { id: link.id, agreementId: link.agreement_id },
      parameters,
      source: 'organization',
      time: input,
    })
    const { signers, checked, fields } = begun
    const { named, strangers } = matchRoles(input, signers)
    refuseFaults([...strangers, ...findNamedFaults(named, checked), ...findGivenFaults(named, fields)])
    const [first] = signers
    const id = first.submission_id
    await recordAudit(inner, describeCreation(first, parameters.metadata))
    for (const { signer, whom } of named) {
      await nameSigner(inner, signer, whom)
      await fillIn(inner, signer, whom.fields, fields)
    }
    await nameFromDefaults(inner, {
      ...begun,
      defaults: openLinkSigners(inner, link.id, link.signers),
      metadata: parameters.metadata,
      named,
    })
    const tokens = await makeTokens(inner, named)
    const token = tokens.get(first.id) ?? (await renewInvitation(inner, first))
    await callNext(inner, id)
    // A caller who may make submissions may read this one, even without the permission to read others.
    return { submission: await getSubmission(forOwnRead(inner), id), token, tokens }
  })
}

/**
 * A link of the organization that begins new submissions.
 * Throws `agreement_link_not_found`, `agreement_link_inactive`, `agreement_link_expired`.
 */
export async function findOpenLink(ctx: Context, id: Id) {
  const link = await ctx.db
    .selectFrom('agreement_links')
    .selectAll()
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!link) throw notFound('agreement_link')
  requireOpen(link, ctx.now)
  return link
}

/** The first trail row of a submission that an organization made. */
export function describeCreation(first: Pick<Signer, 'submission_id' | 'subject_id'>, metadata: Metadata) {
  const { submission_id: id, subject_id: person } = first
  const subject = { type: 'submission', id }
  return { action: 'submission.created', subject, chain: id, person, personal: { metadata } }
}

type Named<S = Signer> = { path: string[]; signer: S; whom: NewSigner }

async function makeTokens(ctx: Context, named: readonly Named[]): Promise<Map<Id, string>> {
  const tokens = new Map<Id, string>()
  for (const { signer, whom } of named)
    if (signer.kind !== 'copy' && whom.delivery !== 'email') tokens.set(signer.id, await renewInvitation(ctx, signer))
  return tokens
}

/**
 * Matches the people of the input with signers. `strangers` has a fault for each unknown or repeated role. `named`
 * always contains the first signer.
 */
export function matchRoles<S extends Pick<Signer, 'role'>>(
  { signer, signers: given = [] }: Pick<NewSubmission, 'signer' | 'signers'>,
  signers: readonly [S, ...S[]],
): { named: Named<S>[]; strangers: Fault[] } {
  const strangers: Fault[] = []
  const named = given.flatMap(({ role, ...whom }, index): Named<S>[] => {
    const path = ['signers', String(index)]
    const found = signers.find((one) => one.role === role)
    if (!found) strangers.push(fault([...path, 'role'], 'known_role', { role, value: role }))
    if (given.findIndex((one) => one.role === role) < index)
      strangers.push(fault([...path, 'role'], 'role_twice', { role, value: role }))
    return found ? [{ path, signer: found, whom }] : []
  })
  const [first] = signers
  const isFirstNamed = named.some((one) => one.signer === first)
  const all = isFirstNamed ? named : [{ path: ['signer'], signer: first, whom: signer ?? {} }, ...named]
  return { named: all, strangers }
}

/** The faults of the named people. createSubmission reports them together with the faults of shape. */
async function findPeopleFaults(ctx: Context, input: NewSubmission): Promise<Fault[]> {
  const version = await presentVersionOf(ctx, input.agreementLinkId)
    .select(['version.signer_roles', 'version.required_verifications', 'version.fields'])
    .executeTakeFirst()
  const [first, ...rest] = inActingOrder(version?.signer_roles ?? []).map(({ key: role, kind }) => ({ role, kind }))
  if (!version || !first) return []
  const { named, strangers } = matchRoles(input, [first, ...rest])
  const fields = toFields(version.fields)
  return [...strangers, ...findNamedFaults(named, checkedRoles(version)), ...findGivenFaults(named, fields)]
}

function withoutRepeats(faults: readonly Fault[]): Fault[] {
  const placeOf = ({ path }: Fault) => path.join('/')
  return faults.filter((one, index) => faults.findIndex((other) => placeOf(other) === placeOf(one)) === index)
}

function findSubmissionFaults({ metadata = {}, signer, signers = [], ...time }: NewSubmission): Fault[] {
  return [
    ...findTimeFaults(time),
    ...(signer ? inside(['signer'], findSignerFaults(signer)) : []),
    ...(signer && signers.length > 0 ? [fault(['signers'], 'signer_or_signers')] : []),
    ...signers.flatMap((one, index) => inside(['signers', String(index)], findSignerFaults(one))),
    ...findMetadataFaults(metadata),
  ]
}
