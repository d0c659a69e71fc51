import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { type AgreementInput, createAgreement, createAgreementLink } from '../../src/core/agreements/index.ts'
import type { Context } from '../../src/core/context.ts'
import { inspectLog } from '../../src/core/evidence/index.ts'
import { formatId } from '../../src/core/ids.ts'
import { inspectEvidence } from '../../src/core/submissions/index.ts'
import { fetching, newVisitor } from '../support/visitor.ts'
import { useRealPostgres } from './ground.ts'
import { buildStage, type Stage } from './stage.ts'

const limitMs = 120_000
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
 * Kills the worker again and again between the last signature and `agreement.completed`. In the end every submission has
 * one sealed document, one event and one row that names the document, and every row is one leaf of the log.
 */
export async function killSealing(kills: number, random: () => number): Promise<{ line: string; faults: string[] }> {
  const ground = await useRealPostgres()
  const stage = await buildStage(ground)
  try {
    await Promise.all([stage.start('http'), stage.start('worker')])
    const ctx = await firstTenant(stage)
    const agreement = await createAgreement(ctx, lease)
    const link = await createAgreementLink(ctx, { agreementId: agreement.id })
    for (let kill = 0; kill < kills; kill++) {
      await sign(stage.base, `/agree/${formatId('agreement_link', link.id)}/`)
      await pause(random() * 600)
      await stage.kill('worker')
      await stage.start('worker')
    }
    const waited = await settle(ctx)
    const counts = await count(ctx)
    const off = [...(await inspectEvidence(ctx)), ...(await inspectLog(ctx, stage.database.system))]
    const faults = [
      ...Object.entries(counts)
        .filter(([, found]) => found !== kills)
        .map(([what, found]) => `${found} ${what} of ${kills} submissions`),
      ...off.map(({ what, misfit }) => `${what} ${misfit.code}`),
    ]
    return { line: `${kills} kills, ${kills} submissions, all sealed ${waited} ms after the last`, faults }
  } finally {
    await stage.end()
    await ground.stop()
  }
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

/** Waits until nothing is signed and unsealed, and every row is in the log. Answers how long that took. */
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
      (select count(*) from audit_events where action = 'agreement.completed') as "rows that name a document"`.execute(
    ctx.db,
  )
  return Object.fromEntries(Object.entries(rows[0] ?? {}).map(([what, found]) => [what, Number(found)]))
}
