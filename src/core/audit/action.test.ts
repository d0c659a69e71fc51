import { expect, test } from 'vitest'
import { formOf, openAs } from '../../../test/support/ceremony.ts'
import { newSigning } from '../../../test/support/signing.ts'
import { newVerification, runJob } from '../../../test/support/verifications.ts'
import { transaction } from '../../db/index.ts'
import { declineAgreement } from '../ceremony/index.ts'
import type { Context } from '../context.ts'
import { eraseSubject, listErasures } from '../erasures/index.ts'
import { newId } from '../ids.ts'
import type { ListRequest } from '../lists/index.ts'
import { permissions } from '../permissions.ts'
import { listDeclines, listVoidings, voidSubmission } from '../submissions/index.ts'
import {
  cancelVerification,
  decideVerification,
  giveConsent,
  listCancellations,
  listDecisions,
  listWithdrawals,
  withdrawConsent,
} from '../verifications/index.ts'
import { listAuditEvents } from './index.ts'

type Found = { items: readonly object[] }
type Kind = {
  /** Makes the object of the action, and returns a function that acts on it with the expected row. */
  prepare(): Promise<{ ctx: Context; act(ctx: Context): Promise<unknown>; row: object }>
  list(ctx: Context, request: ListRequest): Promise<Found>
  audit: string
}

async function openSubmission() {
  const { ctx, linkId } = await newSigning()
  const opened = await openAs(ctx, linkId, {})
  return { ctx, opened, ceremony: await opened.ceremony() }
}

async function consented() {
  const { ctx } = await newSigning()
  return { ctx, ...(await giveConsent(ctx, { kind: 'drug_test', typedName: 'Ada' })) }
}

const kinds: Record<string, Kind> = {
  voiding: {
    async prepare() {
      const { ctx, ceremony } = await openSubmission()
      const { id } = ceremony.submission
      const row = { id, submissionId: id, reason: 'Ill', voidedAt: ctx.now }
      return { ctx, act: (by) => voidSubmission(by, id, 'Ill'), row }
    },
    list: listVoidings,
    audit: 'submission.voided',
  },
  decline: {
    async prepare() {
      const { ctx, ceremony } = await openSubmission()
      const { submission, signer } = ceremony
      const row = {
        id: submission.id,
        submissionId: submission.id,
        signerId: signer.id,
        reason: 'No',
        declinedAt: ctx.now,
      }
      const actor = { kind: 'signer', id: signer.id, permissions: [] } as const
      const act = (by: Context) => declineAgreement({ ...by, actor }, ceremony, formOf(ceremony), 'No')
      return { ctx, act, row }
    },
    list: listDeclines,
    audit: 'agreement.declined',
  },
  withdrawal: {
    async prepare() {
      const { ctx, id } = await consented()
      return { ctx, act: (by) => withdrawConsent(by, id), row: { id, consentId: id, withdrawnAt: ctx.now } }
    },
    list: listWithdrawals,
    audit: 'consent.withdrawn',
  },
  cancellation: {
    async prepare() {
      const { ctx } = await newSigning()
      const { id } = await newVerification(ctx)
      const row = { id, verificationId: id, reason: 'Moved', reasonCode: 'request_withdrawn', cancelledAt: ctx.now }
      return { ctx, act: (by) => cancelVerification(by, id, { reason: 'Moved' }), row }
    },
    list: listCancellations,
    audit: 'verification.cancelled',
  },
  decision: {
    async prepare() {
      const { ctx } = await newSigning()
      const tier = 'request_us_criminal_record_check_tier_1'
      const { id } = await newVerification(ctx, { type: 'us_criminal_record_check', tier, last: 'Consider' })
      await runJob(ctx, 'verification.submit', id)
      await runJob(ctx, 'verification.sync', id, 9_000)
      const row = { verificationId: id, result: 'rejected', reason: 'Fraud', decidedAt: ctx.now, supersededAt: null }
      return { ctx, act: (by) => decideVerification(by, id, { result: 'rejected', reason: 'Fraud' }), row }
    },
    list: listDecisions,
    audit: 'verification.decided',
  },
  erasure: {
    async prepare() {
      const { ctx, subjectId } = await consented()
      return { ctx, act: (by) => eraseSubject(by, subjectId), row: { id: subjectId, subjectId, erasedAt: ctx.now } }
    },
    list: listErasures,
    audit: 'subject.erased',
  },
}

const user = { kind: 'user', id: newId(), role: 'admin', permissions } as const

async function written({ list, audit }: Kind, ctx: Context) {
  const trail = await listAuditEvents(ctx, { filters: [{ field: 'action', contains: audit }] })
  return { rows: (await list(ctx, {})).items, told: trail.total }
}

test.each(Object.entries(kinds))(
  'a %s is a row with who, when and what, besides one row in the trail',
  async (_, kind) => {
    const { ctx, act, row } = await kind.prepare()
    await act({ ...ctx, actor: user })
    expect(await written(kind, ctx)).toMatchObject({ rows: [row], told: 1 })
    const filters = [{ field: 'userId', oneOf: [user.id] }]
    if (kind !== kinds.decline) expect((await kind.list(ctx, { filters })).items).toMatchObject([{ userId: user.id }])
  },
)

test.each(Object.entries(kinds))(
  'a %s that is rolled back leaves neither its row nor one in the trail',
  async (_, kind) => {
    const { ctx, act } = await kind.prepare()
    const undone = transaction(ctx, async (inner) => {
      await act(inner)
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    expect(await written(kind, ctx)).toEqual({ rows: [], told: 0 })
  },
)
