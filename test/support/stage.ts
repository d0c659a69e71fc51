import { onePage, writePdf } from '../../src/adapters/pdf-source/write-pdf.fixture.ts'
import { inviteMember } from '../../src/core/accounts/index.ts'
import {
  type Agreement,
  createAgreement,
  createAgreementLink,
  createAgreementOf,
} from '../../src/core/agreements/index.ts'
import { createBulkSend } from '../../src/core/bulk-sends/index.ts'
import { signAgreement } from '../../src/core/ceremony/index.ts'
import type { Context } from '../../src/core/context.ts'
import { formatId } from '../../src/core/ids.ts'
import { completeSubmission, createSubmission, findSigners, saveSignerFile } from '../../src/core/submissions/index.ts'
import { giveConsent } from '../../src/core/verifications/index.ts'
import { cancelRecovery, createWebhook, recoverWebhook } from '../../src/core/webhooks/index.ts'
import type { Endpoint } from '../../src/http/rest/endpoint.ts'
import { bodies } from '../../tools/samples/rest.ts'
import { formOf, identifyAs, openAs } from './ceremony.ts'
import { finishing } from './finishing.ts'
import { simpleAgreement } from './signing.ts'
import { earnest, newVerification, runJob } from './verifications.ts'
import { keepExport } from './written-export.ts'

/** The public ids of one object of every kind in an organization. */
export type Stage = Record<string, string>

/**
 * Gives an organization one object of every kind: a finished verification, a webhook with events, a signed and finished
 * agreement.
 */
export async function setStage(ctx: Context): Promise<Stage> {
  const webhook = await createWebhook(ctx, { destinationUrl: 'https://a.example/hook' }, async () => null)
  const agreement = await createAgreement(ctx, simpleAgreement)
  const link = await createAgreementLink(ctx, { agreementId: agreement.id })
  const submissionId = await sign(ctx, link.id)
  await sendFile(ctx, submissionId)
  await completeSubmission(ctx, finishing, submissionId)
  const { id } = await newVerification(ctx, { metadata: { internal_id: '1' } }, earnest)
  await runJob(ctx, 'verification.submit', id)
  await runJob(ctx, 'verification.sync', id, 2_000)
  const later = { ...ctx, now: new Date(ctx.now.getTime() + 1) }
  const open = await newVerification(later, { type: 'panel_drug', tier: 'panel 5' }, earnest)
  const recovery = await recoverWebhook(ctx, webhook.id, { since: ctx.now })
  await cancelRecovery(ctx, webhook.id, recovery.id)
  const file = { bytes: Buffer.from('email\nstage@example.com\n') }
  const bulkSend = await createBulkSend(ctx, { agreementLinkId: link.id, file, isStopped: true })
  const consent = await giveConsent(ctx, { kind: 'drug_test', typedName: 'Ada' })
  const guest = { name: 'Sam', email: `sam-${ctx.organizationId}@example.com`, role: 'viewer' }
  const invitation = await inviteMember(ctx, guest)
  const { event_id } = await ctx.db
    .selectFrom('open_deliveries')
    .select('event_id')
    .orderBy('event_id')
    .executeTakeFirstOrThrow()
  return {
    webhook_id: formatId('webhook', webhook.id),
    event_id: formatId('event', event_id),
    agreement_id: formatId('agreement', agreement.id),
    pdf_agreement_id: formatId('agreement', (await newPdfAgreement(ctx)).id),
    agreement_link_id: formatId('agreement_link', link.id),
    bulk_send_id: formatId('bulk_send', bulkSend.id),
    submission_id: formatId('submission', submissionId),
    field_key: 'licence',
    signer_id: formatId('signer', await invite(ctx, link.id)),
    verification_id: formatId('verification', id),
    open_verification_id: formatId('verification', open.id),
    recovery_id: formatId('recovery', recovery.id),
    consent_id: formatId('consent', consent.id),
    invitation_id: formatId('invitation', invitation.id),
    subject_id: formatId('subject', consent.subjectId),
    export_id: formatId('export', await keepExport(ctx)),
  }
}

/** Keeps a file that the signer has sent. */
async function sendFile(ctx: Context, submissionId: string): Promise<void> {
  const [signer] = await findSigners(ctx, submissionId)
  if (!signer) throw new Error('Nobody has signed.')
  const file = { field: 'licence', name: 'licence.pdf', contentType: 'application/pdf', bytes: writePdf(onePage()) }
  await saveSignerFile(ctx, signer, file)
}

/** An agreement on a PDF. The contents of the file are known, because judging it takes a separate process. */
function newPdfAgreement(ctx: Context): Promise<Agreement> {
  const reading = { pages: [{ width: 612, height: 792 }], anchors: [], formFields: [], words: [''] }
  const read = async () => reading
  const draw = () => Promise.reject(new Error('Nothing is drawn here.'))
  const place = { page: 1, x: 0.1, y: 0.8, width: 0.3, height: 0.1 }
  const [signature] = simpleAgreement.fields.filter(({ type }) => type === 'signature')
  if (!signature) throw new Error('The sample has no signature.')
  const { source: _, ...agreement } = simpleAgreement
  const fileUpload = { name: 'lease.pdf', base64: writePdf(onePage()).toString('base64') }
  return createAgreementOf(
    ctx,
    { pdfSources: { read, draw, convert: draw }, requireSeal: async () => {} },
    { ...agreement, fields: [{ ...signature, ...place }], fileUpload },
  )
}

/** Makes a submission for a person who has not opened it yet. */
async function invite(ctx: Context, agreementLinkId: string): Promise<string> {
  const signer = { name: 'Robin', email: 'robin@example.com', delivery: 'email' } as const
  const { submission } = await createSubmission(ctx, { agreementLinkId, signer })
  return submission.signers[0]?.id ?? ''
}

/** Opens the link, and signs as the visitor. */
async function sign(ctx: Context, linkId: string): Promise<string> {
  const opened = await openAs(ctx, linkId, { internal_id: '1' })
  await identifyAs(opened)
  const ceremony = await opened.ceremony()
  const fields = { name: 'Robin', from: '2026-04-01', agree: 'true' }
  const input = { fields, signature: { method: 'typed', text: 'Robin' }, locale: 'en' } as const
  await signAgreement(opened.ctx, ceremony, formOf(ceremony), input)
  return ceremony.submission.id
}

/** A request of an endpoint that succeeds on the stage. */
export function requestOn(stage: Stage, endpoint: Endpoint): { url: string; body?: unknown } {
  const isOpen = endpoint.id === 'cancelVerification'
  const open = isOpen ? { verification_id: stage.open_verification_id ?? '' } : {}
  const ofFile = endpoint.id === 'getAgreementFile' ? { agreement_id: stage.pdf_agreement_id ?? '' } : {}
  const ids: Stage = { ...stage, ...open, ...ofFile }
  const url = `/v2${endpoint.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? name)}`
  const body = bodies(stage)[endpoint.id]
  return body === undefined ? { url } : { url, body }
}
