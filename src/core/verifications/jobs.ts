import { type Database, transaction } from '../../db/index.ts'
import { enqueueJob } from '../../jobs/enqueue.ts'
import type { Context } from '../context.ts'
import type { Id } from '../ids.ts'
import type { Vault } from '../vault.ts'
import { closeRefused } from './cancel.ts'
import { readPerson } from './personal-data.ts'
import type { OrderAnswer, Provider, Providers } from './provider.ts'
import { applyProviderReport } from './reports.ts'
import { isClosed } from './state.ts'
import { kindOf, selectVerifications, stateOf, type VerificationRow } from './verification.ts'

type VerificationJobDependencies = {
  database: Database
  vault: Vault
  providers: Providers
  now: () => Date
}

type VerificationJob = (dependencies: VerificationJobDependencies, payload: Record<string, unknown>) => Promise<void>

const staleAfterMs = 60 * 60 * 1_000
const reconcileBatch = 500

/**
 * The jobs of verifications. Each may run twice. The payload is `{organizationId, verificationId}`, except for
 * reconcile. Calls to providers happen outside of transactions, and their answers are applied inside one.
 */
export const verificationJobs: Record<string, VerificationJob> = {
  'verification.submit': submit,
  'verification.sync': sync,
  'verification.cancel': cancel,
  'verification.redact': redact,
  'verification.reconcile': reconcile,
}

/** The jobs that run on a schedule. When a provider's callback is lost, reconcile catches up within about an hour. */
export const verificationSchedule = [{ job: 'verification.reconcile', cron: '*/5 * * * *' }]

async function submit(dependencies: VerificationJobDependencies, payload: Record<string, unknown>): Promise<void> {
  const { ctx, id } = open(dependencies, payload)
  const row = await selectVerifications(ctx).selectAll().where('id', '=', id).executeTakeFirst()
  if (!row || row.provider_reference !== null || row.cancelled_by !== null) return
  const provider = findProvider(dependencies, row)
  if (!provider) return leaveWaiting(ctx, row)
  const person = await readPerson(ctx, row.subject_id)
  const answer = await provider.order({ key: row.id, ...kindOf(row), person }, ctx.now)
  await transaction(ctx, (inner) => noteAnswer(inner, id, provider, answer))
}

async function noteAnswer(ctx: Context, id: Id, { harmless }: Provider, answer: OrderAnswer): Promise<void> {
  const row = await ctx.db
    .selectFrom('verifications')
    .selectAll()
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const isWanted = row.deleted_at === null && row.cancelled_by === null
  if (!answer.isAccepted) {
    if (isWanted && !isClosed(stateOf(row))) await closeRefused(ctx, row, answer.code)
  } else if (isWanted) {
    await applyProviderReport(ctx, id, { ...answer.report, reference: answer.reference, harmless })
  } else {
    await callOff(ctx, row, answer.reference)
  }
}

/** The verification was cancelled or deleted while the provider took the order, so the provider is told now. */
async function callOff(ctx: Context, row: VerificationRow, reference: string): Promise<void> {
  await ctx.db
    .updateTable('verifications')
    .set({ provider_reference: reference })
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', row.id)
    .execute()
  const name = row.deleted_at === null ? 'verification.cancel' : 'verification.redact'
  const payload = { organizationId: ctx.organizationId, verificationId: row.id }
  await enqueueJob(ctx.db, name, payload, { key: `${name}:${row.id}` })
}

async function sync(dependencies: VerificationJobDependencies, payload: Record<string, unknown>): Promise<void> {
  const { ctx, id } = open(dependencies, payload)
  const row = await selectVerifications(ctx).selectAll().where('id', '=', id).executeTakeFirst()
  if (!row || row.cancelled_by !== null) return
  if (row.provider_reference === null) return submit(dependencies, payload)
  const provider = findProvider(dependencies, row)
  if (!provider) return leaveWaiting(ctx, row)
  const report = await provider.fetch(row.provider_reference, ctx.now)
  const { harmless } = provider
  await applyProviderReport(ctx, id, { ...report, reference: row.provider_reference, harmless })
}

async function cancel(dependencies: VerificationJobDependencies, payload: Record<string, unknown>): Promise<void> {
  const { ctx, id } = open(dependencies, payload)
  const row = await findRow(ctx, id)
  if (row.provider_reference) await providerToTell(dependencies, row)?.cancel(row.provider_reference, ctx.now)
}

async function redact(dependencies: VerificationJobDependencies, payload: Record<string, unknown>): Promise<void> {
  const { ctx, id } = open(dependencies, payload)
  const row = await findRow(ctx, id)
  if (!row.provider_reference) return
  const provider = providerToTell(dependencies, row)
  if (!provider) return
  if (!isClosed(stateOf(row))) await provider.cancel(row.provider_reference, ctx.now)
  await provider.redact(row.provider_reference, ctx.now)
}

/** A row, deleted or not, because the provider must also be told about deleted ones. */
function findRow(ctx: Context, id: Id): Promise<VerificationRow> {
  return ctx.db
    .selectFrom('verifications')
    .selectAll()
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

/** Enqueues a sync of every open verification that was not synced for an hour, in all organizations. */
async function reconcile(dependencies: VerificationJobDependencies): Promise<void> {
  const now = dependencies.now()
  const stale = await dependencies.database.system
    .selectFrom('verifications')
    .select(['organization_id', 'id'])
    .where('status', 'in', ['started', 'in_progress'])
    .where('deleted_at', 'is', null)
    .where('parent_id', 'is', null)
    .where('last_synced_at', '<', new Date(now.getTime() - staleAfterMs))
    .orderBy('last_synced_at')
    .limit(reconcileBatch)
    .execute()
  for (const { organization_id: organizationId, id: verificationId } of stale) {
    const payload = { organizationId, verificationId }
    const key = `verification.sync:${verificationId}`
    await enqueueJob(dependencies.database.system, 'verification.sync', payload, { key })
  }
}

function open(dependencies: VerificationJobDependencies, payload: Record<string, unknown>): { ctx: Context; id: Id } {
  const { organizationId, verificationId } = payload
  if (typeof organizationId !== 'string' || typeof verificationId !== 'string')
    throw new Error('A verification job needs organizationId and verificationId.')
  const db = dependencies.database.forOrganization(organizationId)
  const { vault } = dependencies
  return { ctx: { db, organizationId, actor: { kind: 'system' }, now: dependencies.now(), vault }, id: verificationId }
}

function findProvider({ providers }: VerificationJobDependencies, row: VerificationRow): Provider | undefined {
  return Object.values(providers).find((known) => known.name === row.provider)
}

/**
 * The provider that must be told about an end. Undefined when it would be the simulator, because the simulator stores
 * nothing.
 */
function providerToTell(dependencies: VerificationJobDependencies, row: VerificationRow): Provider | undefined {
  const provider = findProvider(dependencies, row)
  if (!provider && !row.is_simulated) throw new Error(`The provider ${row.provider} is not turned on here.`)
  return provider
}

/**
 * The provider of this verification is turned off. The verification stays open, and reconcile tries it again in an
 * hour.
 */
async function leaveWaiting(ctx: Context, row: VerificationRow): Promise<void> {
  await ctx.db
    .updateTable('verifications')
    .set({ last_synced_at: ctx.now, details: JSON.stringify({ ...row.details, reason_codes: ['provider_off'] }) })
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', row.id)
    .execute()
}
