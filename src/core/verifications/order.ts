import { transaction } from '../../db/index.ts'
import { enqueueJob } from '../../jobs/enqueue.ts'
import type { Context } from '../context.ts'
import { DomainError, type Fault, inside, invalid, refuseFaults, say } from '../errors.ts'
import { type Id, newId } from '../ids.ts'
import { ensureSubject, lockSubject } from '../people/index.ts'
import { scansOfTier, type VerificationSubtype, type VerificationType } from './catalogue.ts'
import { announce, audit } from './changes.ts'
import { findConsentFaults, giveConsent, type NewConsent } from './consents.ts'
import { requireConsents } from './gate.ts'
import { checkMetadata, pairsOf } from './metadata.ts'
import { checkKind, type OrderedKind } from './order-rules.ts'
import { requireSelfOr } from './own-subject.ts'
import { type Person, requiredDetails } from './person.ts'
import { checkPerson, normalizePerson } from './person-rules.ts'
import { readPerson, storePersonal } from './personal-data.ts'
import type { Provider, Providers } from './provider.ts'
import { type Belonging, resolveBelonging } from './references.ts'
import { firstState } from './state.ts'
import { type Json, simulatedMark, toVerification, type Verification, type VerificationRow } from './verification.ts'

/**
 * An order. The person is a known one (`subjectId`), new data (`person`, added to the known data), or both. The caller
 * has obtained `consents`, which are recorded with the order. `metadata` is that of the submission by default.
 */
type VerificationOrder = {
  type: string
  tier?: string | null
  subtype?: string | null
  subjectId?: Id
  person?: Person
  consents?: Omit<NewConsent, 'subjectId' | 'submissionId' | 'signerId'>[]
  metadata?: Json
  submissionId?: Id | null
  signerId?: Id | null
  agreementLinkId?: Id | null
  provider?: string
}

/**
 * Orders a verification with its scans and its event. A tier of a criminal record check has a record for each scan; a
 * subtype is one scan alone (docs/decisions/0009). Throws `validation_failed`, `consent_missing`, `provider_unknown`,
 * `subject_not_found`, `subject_erased`, and what resolveBelonging throws.
 */
export async function orderVerification(
  ctx: Context,
  providers: Providers,
  input: VerificationOrder,
): Promise<Verification> {
  const { kind } = checkKind(input)
  if (!kind) throw invalid(findOrderFaults(input, {}, ctx.now))
  const provider = chooseProvider(providers, kind.type, input.provider)
  return transaction(ctx, async (inner) => {
    const belonging = await resolveBelonging(inner, input)
    const knownId = input.subjectId ?? belonging.subjectId ?? undefined
    await requireSelfOr(inner, 'verifications:write', knownId)
    const subjectId = await ensureSubject(inner, knownId)
    await lockSubject(inner, subjectId)
    refuseFaults(findOrderFaults(input, await readPerson(inner, subjectId), inner.now))
    const person = normalizePerson(input.person ?? {})
    for (const [key, value] of Object.entries(person)) await storePersonal(inner, subjectId, key, value)
    for (const consent of input.consents ?? []) await giveConsent(inner, { ...consent, ...belonging, subjectId })
    await requireConsents(inner, subjectId, kind.type)
    const metadata = input.metadata ?? belonging.metadata
    const order = { kind, provider, subjectId, belonging: { ...belonging, metadata } }
    const row = await insertRow(inner, order, { subtype: kind.subtype, parentId: null })
    const scans = kind.subtype === null ? scansOfTier(kind.tier) : []
    for (const subtype of scans) await insertRow(inner, order, { subtype, parentId: row.id })
    const payload = { organizationId: inner.organizationId, verificationId: row.id }
    await enqueueJob(inner.db, 'verification.submit', payload, { key: `verification.submit:${row.id}` })
    return toVerification(row)
  })
}

/** The named provider, or the first that performs this type. Throws `provider_unknown`. */
function chooseProvider(providers: Providers, type: VerificationType, name: string | undefined): Provider {
  const able = Object.values(providers).filter((provider) => provider.types.includes(type))
  const chosen = name === undefined ? able[0] : able.find((provider) => provider.name === name)
  if (chosen) return chosen
  const names = able.map((provider) => provider.name)
  const words = names.length > 0 ? say('provider_unknown', { type, able: names }) : say('provider_none', { type })
  throw new DomainError('invalid', 'provider_unknown', words)
}

/** The faults of an order. `known` is what the organization knows of the person already. */
function findOrderFaults(input: VerificationOrder, known: Person, now: Date): Fault[] {
  const { kind, faults } = checkKind(input)
  const required = kind ? requiredDetails(kind.type, kind.tier) : []
  return [
    ...faults,
    ...checkMetadata(input.metadata ?? {}),
    ...checkPerson({ ...known, ...normalizePerson(input.person ?? {}) }, required, now),
    ...(input.consents ?? []).flatMap((consent, index) =>
      inside(['consents', String(index)], findConsentFaults(consent)),
    ),
  ]
}

async function insertRow(
  ctx: Context,
  order: { kind: OrderedKind; provider: Provider; subjectId: Id; belonging: Belonging },
  part: { subtype: VerificationSubtype | null; parentId: Id | null },
): Promise<VerificationRow> {
  const { kind, belonging } = order
  const state = firstState(kind.type)
  const row = await ctx.db
    .insertInto('verifications')
    .values({
      organization_id: ctx.organizationId,
      id: newId(ctx.now.getTime()),
      parent_id: part.parentId,
      subject_id: order.subjectId,
      submission_id: belonging.submissionId,
      signer_id: belonging.signerId,
      agreement_link_id: belonging.agreementLinkId,
      type: kind.type,
      subtype: part.subtype,
      tier: kind.tier,
      is_scan: part.subtype !== null,
      status: state.status,
      result: state.result,
      sub_status: state.subStatus,
      provider: order.provider.name,
      is_simulated: order.provider.isSimulated,
      metadata: JSON.stringify(belonging.metadata),
      details: JSON.stringify({ provider: order.provider.name, attempt: 1, revision: 0, waiting_on: 'provider' }),
      last_status_at: ctx.now,
      last_synced_at: ctx.now,
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await indexMetadata(ctx, row)
  await announce(ctx, row)
  const { type, tier, subtype } = row
  await audit(ctx, toVerification(row), 'ordered', {
    type,
    tier,
    subtype,
    provider: row.provider,
    ...simulatedMark(row),
  })
  return row
}

async function indexMetadata(ctx: Context, row: VerificationRow): Promise<void> {
  const pairs = pairsOf(row.metadata)
  if (pairs.length === 0) return
  const values = pairs.map((pair) => ({ organization_id: ctx.organizationId, pair, verification_id: row.id }))
  await ctx.db.insertInto('verification_metadata').values(values).execute()
}
