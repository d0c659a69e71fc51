import { onePage, writePdf } from '../../src/adapters/pdf-source/write-pdf.fixture.ts'
import { createApiCredential, createApiKey, grantServerAdmin } from '../../src/core/accounts/index.ts'
import { createAgreementOf } from '../../src/core/agreements/index.ts'
import type { Context } from '../../src/core/context.ts'
import { createExport } from '../../src/core/exports/index.ts'
import type { Id } from '../../src/core/ids.ts'
import { formatId } from '../../src/core/ids.ts'
import { permissions } from '../../src/core/permissions.ts'
import type { SendResult } from '../../src/core/webhooks/index.ts'
import { pdfSources } from '../../src/work.ts'
import { deliverOf } from './deliveries-of.ts'
import { database } from './organization.ts'
import { setStage } from './stage.ts'
import { newVerification, runJob } from './verifications.ts'
import { writeExport } from './written-export.ts'

/** Each page of the web app by its name, with its path. */
type Tour = readonly (readonly [name: string, path: string])[]

/** Fills an organization so that every page has something to show, and makes one of its people the operator. */
export async function prepareTour({ organizationId, ...rest }: Context, personId: Id): Promise<Tour> {
  const actor = { kind: 'user', id: personId, role: 'admin', permissions } as const
  const ctx: Context = { ...rest, organizationId, actor, origin: { ...browser, requestId: `req-${organizationId}` } }
  await nameThings(ctx, personId)
  await grantServerAdmin(database.system, personId, ctx.now)
  for (const name of ['Back office', 'Website']) await createApiKey(ctx, { name })
  await createApiCredential(ctx, { name: 'Monthly report' })
  const stage = await setStage(ctx)
  await ctx.db.updateTable('bulk_sends').set({ file_name: 'drivers.csv' }).execute()
  await newFinding(ctx)
  await failDeliveries(ctx)
  await exportThings(ctx)
  return [
    ['home', '/'],
    ['verifications', '/verifications'],
    ['verification', `/verifications/${stage.verification_id}`],
    ['review', '/verifications/review'],
    ['agreements', '/agreements'],
    ['agreement', `/agreements/${stage.agreement_id}`],
    ['pdf-agreement', await newPdfAgreement(ctx)],
    ['submissions', '/submissions'],
    ['bulk-sends', '/submissions/bulk'],
    ['submission', `/submissions/${stage.submission_id}`],
    ['webhooks', '/webhooks'],
    ['webhook', `/webhooks/${stage.webhook_id}`],
    ['audit', '/audit'],
    ['exports', '/exports'],
    ['integrations', '/settings/integrations'],
    ['api-credentials', '/settings/api-credentials'],
    ['members', '/settings/members'],
    ['roles', '/settings/members/roles'],
    ['organization', '/settings/organization'],
    ['profile', '/settings/profile'],
    ['operator', '/operator'],
  ]
}

const browser = { ipAddress: '203.0.113.24', userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0' }

/** Gives the organization and the person names for pictures. */
async function nameThings({ organizationId }: Context, personId: Id): Promise<void> {
  const domain = `harbour-${organizationId.slice(-4)}.example`
  const named = { name: 'Ada Quay', email: `ada.${personId.slice(-4)}@${domain}` }
  const organizations = database.system.updateTable('organizations').set({ name: 'Harbour Rentals' })
  await organizations.where('id', '=', organizationId).execute()
  await database.system.updateTable('users').set(named).where('id', '=', personId).execute()
}

/** An agreement on a PDF. Its page differs from that of a text. */
async function newPdfAgreement(ctx: Context): Promise<string> {
  const fileUpload = { name: 'mooring.pdf', base64: writePdf(onePage()).toString('base64') }
  const given = {
    title: 'Mooring contract',
    signerRoles: [],
    fields: [],
    requiredVerifications: [],
    importFields: true,
    fileUpload,
  }
  const { id } = await createAgreementOf(ctx, { pdfSources, requireSeal: async () => {} }, given)
  return `/agreements/${formatId('agreement', id)}`
}

/** A verification with a result that a person must decide on. */
async function newFinding(ctx: Context): Promise<void> {
  const { id } = await newVerification(ctx, { type: 'motor_vehicle_record', last: 'Consider' })
  await runJob(ctx, 'verification.submit', id)
  await runJob(ctx, 'verification.sync', id, 9_000)
}

/** A list as a finished file, and one that is being written. */
async function exportThings(person: Context): Promise<void> {
  const asked = { base: '', form: 'jsonapi', permission: 'verifications:read', list: 'verifications' } as const
  const done = await createExport(person, { ...asked, format: 'csv', query: 'filter[status]=completed' })
  await writeExport(person, done.id)
  await createExport(person, { ...asked, format: 'ndjson', query: '' })
}

/** The receiver refuses every waiting delivery, which then fails for good. */
async function failDeliveries(ctx: Context): Promise<void> {
  const refusal: SendResult = { kind: 'answer', status: 503, headers: {}, body: Buffer.from('{"error":"no room"}') }
  if ((await deliverOf(ctx, async () => refusal)) < 2) throw new Error('Too little waits for its receiver.')
}
