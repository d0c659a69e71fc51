import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { type AgreementInput, createAgreement, createAgreementLink } from '../../src/core/agreements/index.ts'
import type { Context } from '../../src/core/context.ts'
import { inspectLog } from '../../src/core/evidence/index.ts'
import { formatId } from '../../src/core/ids.ts'
import { inspectEvidence } from '../../src/core/submissions/index.ts'
import { listFailedJobs } from '../../src/jobs/failed.ts'
import { fetching, newVisitor } from '../support/visitor.ts'
import { useRealPostgres } from './ground.ts'
import { buildStage, type Stage } from './stage.ts'

const limitMs = 120_000
/** Half of the kills come within this many times the undisturbed time of a document, or within `longestMs`. */
const reach = 1.25
const longestMs = 2_500
/** The others come at most this long after the pages of the newest document were logged. */
const lateMs = 250
const lease = {
  title: 'Lease',
  source: 'Between us and {{name}}. {{signature}}',
  signerRoles: [{ key: 'tenant', name: 'Tenant' }],
  fields: [
    { key: 'name', type: 'text', role: 'tenant', label: 'Name', required: true },
    { key: 'signature', type: 'signature', role: 'tenant', label: 'Signature', required: true },
  ],
  requiredVerifications: [],
} satisfies AgreementInput

/**
 * Kills the worker `kills` times between the last signature and `agreement.completed`. In the end every submission has
 * one sealed document, one event and one row that names the document, every row is one leaf of the log, and no job
 * failed for good.
 */
export async function killSealing(kills: number, random: () => number): Promise<{ line: string; faults: string[] }> {
  const ground = await useRealPostgres()
  const stage = await buildStage(ground)
  try {
    await Promise.all([stage.start('http'), stage.start('worker')])
    const ctx = await firstTenant(stage)
    const agreement = await createAgreement(ctx, lease)
    const link = await createAgreementLink(ctx, { agreementId: agreement.id })
    const signOne = () => sign(stage.base, `/agree/${formatId('agreement_link', link.id)}/`)
    await signOne()
    const undisturbed = await settle(ctx)
    const span = Math.min(reach * undisturbed, longestMs)
    // A kill after the end of the newest submission does not count.
    const fell = { early: 0, late: 0, behind: 0 }
    while (fell.early + fell.late < kills) {
      await signOne()
      if (random() < 0.5) await pause(random() * span)
      else {
        await untilLogged(ctx, span)
        await pause(random() * lateMs)
      }
      await stage.kill('worker')
      fell[await stateOfNewest(ctx)] += 1
      await stage.start('worker')
    }
    const submissions = 1 + kills + fell.behind
    const waited = await settle(ctx)
    const counts = await count(ctx)
    const off = [...(await inspectEvidence(ctx)), ...(await inspectLog(ctx, stage.database.system))]
    const givenUp = await listFailedJobs(stage.database.pool)
    const faults = [
      ...Object.entries(counts)
        .filter(([, found]) => found !== submissions)
        .map(([what, found]) => `${found} ${what} of ${submissions} submissions`),
      ...off.map(({ what, misfit }) => `${what} ${misfit.code}`),
      ...givenUp.map(({ task, error }) => `a job ${task} was given up: ${error}`),
    ]
    const line =
      `${kills} kills, ${fell.early} before the pages of the newest were logged and ${fell.late} after (${fell.behind} more ` +
      `behind its end), ${await countLost(ctx)} tries lost whose pages were logged; ${submissions} submissions, all sealed ${waited} ms after the last; one alone took ${undisturbed} ms`
    return { line, faults }
  } finally {
    await stage.end()
    await ground.stop()
  }
}

/** The number of tries that were killed after the log got their pages. Each later try logs its own pages. */
async function countLost(ctx: Context): Promise<number> {
  const { rows } = await sql<{ lost: number }>`
    select count(*) - count(distinct chain) as lost from audit_events where action = 'document.prepared'`.execute(
    ctx.db,
  )
  return Number(rows[0]?.lost)
}

/** Waits until the pages of the newest submission were logged, but not longer than the worker may need. */
async function untilLogged(ctx: Context, mostMs: number): Promise<void> {
  const until = performance.now() + mostMs
  while ((await stateOfNewest(ctx)) === 'early' && performance.now() < until) await pause(5)
}

/** The stage of the newest submission. */
async function stateOfNewest(ctx: Context): Promise<'early' | 'late' | 'behind'> {
  const { rows } = await sql<{ completed: boolean; prepared: boolean }>`
    select completed_at is not null as completed,
      exists (select from audit_events where chain = submissions.id and action = 'document.prepared') as prepared
    from submissions order by id desc limit 1`.execute(ctx.db)
  if (rows[0]?.completed) return 'behind'
  return rows[0]?.prepared ? 'late' : 'early'
}

async function firstTenant({ database, vault }: Stage): Promise<Context> {
  const { id } = await database.system.selectFrom('organizations').select('id').limit(1).executeTakeFirstOrThrow()
  return { db: database.forOrganization(id), organizationId: id, actor: { kind: 'system' }, now: new Date(), vault }
}

async function sign(server: string, path: string): Promise<void> {
  const visitor = newVisitor(fetching(server), path)
  await visitor.get()
  await visitor.post('identify', { name: 'Robin', email: 'robin@example.com', electronic_records: 'true' })
  const { status } = await visitor.post('sign', {
    'field.name': 'Robin',
    signature_method: 'typed',
    signature_text: 'Robin',
  })
  if (status >= 400) throw new Error(`Signing was answered with ${status}.`)
}

/** Waits until every signed submission is sealed and every row is in the log. Returns the time that this took. */
async function settle(ctx: Context): Promise<number> {
  const from = performance.now()
  for (;;) {
    const { rows } = await sql<{ open: number }>`
      select (select count(*) from submissions where acted_at is not null and completed_at is null)
        + (select count(*) from audit_events) - (select count(*) from evidence_leaves) as open`.execute(ctx.db)
    const took = Math.round(performance.now() - from)
    if (Number(rows[0]?.open) === 0 || took > limitMs) return took
    await pause(100)
  }
}

async function count(ctx: Context): Promise<Record<string, number>> {
  const { rows } = await sql<Record<string, string>>`
    select (select count(distinct submission_id) from documents where seal_level is not null) as "sealed submissions",
      (select count(*) from documents) as documents,
      (select count(*) from events where type = 'agreement.completed') as events,
      (select count(distinct subject_id) from events where type = 'agreement.completed') as "announced submissions",
      (select count(*) from audit_events where action = 'agreement.completed') as "rows that name a document"`.execute(
    ctx.db,
  )
  return Object.fromEntries(Object.entries(rows[0] ?? {}).map(([what, found]) => [what, Number(found)]))
}
