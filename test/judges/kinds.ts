import { taken } from '../../src/adapters/pdf-source/corpus.fixture.ts'
import { onePage, writePdf } from '../../src/adapters/pdf-source/write-pdf.fixture.ts'
import {
  type AgreementInput,
  type Field,
  importFields,
  importRoles,
  readUpload,
} from '../../src/core/agreements/index.ts'
import { delegateSigner } from '../../src/core/ceremony/index.ts'
import type { Context } from '../../src/core/context.ts'
import { eraseSubject } from '../../src/core/erasures/index.ts'
import type { Id } from '../../src/core/ids.ts'
import { completeSubmission } from '../../src/core/submissions/index.ts'
import { pdfSources } from '../../src/work.ts'
import { finishing } from '../support/finishing.ts'
import { formOf } from '../support/opened.ts'
import { newContext } from '../support/organization.ts'
import { newSeveral } from '../support/several.ts'
import { goodFields, goodSignature, newIdentified, newSigning, simpleAgreement } from '../support/signing.ts'

/** The parts of a submission that are sealed. */
export type Unsealed = { pdf: Uint8Array; evidence: Uint8Array }

const { prover } = finishing

/** The pages and the evidence of a submission that everybody has signed. */
async function finish(ctx: Context, id: Id): Promise<Unsealed> {
  const made: Unsealed[] = []
  const seal: typeof prover.seal = (request) => {
    made.push(request)
    return prover.seal(request)
  }
  await completeSubmission({ ...ctx, actor: { kind: 'system' } }, { ...finishing, prover: { ...prover, seal } }, id)
  const [parts] = made
  if (!parts) throw new Error('Nothing was sealed.')
  return parts
}

/** An agreement that one person has signed. */
async function finishSigned(
  input: AgreementInput,
  filled: Record<string, string>,
  { headers = {}, after = async (_ctx: Context) => {} } = {},
): Promise<Unsealed> {
  const signing = await newSigning(input)
  const visitor = signing.visit()
  await visitor.get('', headers)
  await visitor.post('identify', { name: 'Zoë Øster', email: 'zoe@example.com', electronic_records: 'true' }, headers)
  await visitor.post('sign', { ...filled, ...goodSignature, signature_text: 'Zoë Øster' }, headers)
  const { id } = await signing.ctx.db.selectFrom('submissions').select('id').executeTakeFirstOrThrow()
  const made = await finish(signing.ctx, id)
  await after(signing.ctx)
  return made
}

const mailed = (role: string) => ({ role, name: role, email: `${role}@example.com`, delivery: 'email' as const })

/** An approver, a copy, and a signer who has passed their part on to another. */
async function finishSeveral(): Promise<Unsealed> {
  const roles = [{ role: 'boss', kind: 'approver' }, { role: 'tenant' }, { role: 'friend', kind: 'copy' }] as const
  const signers = roles.map(({ role }) => ({ ...mailed(role), mayDelegate: role === 'tenant' }))
  const several = await newSeveral(roles, { signers })
  await several.act('boss')
  const opened = await several.enter('tenant')
  const alex = { name: 'Alex', email: 'alex@example.com' }
  await delegateSigner(opened.ctx, await opened.ceremony(), formOf(await opened.ceremony()), alex)
  await several.actAs('alex', 'tenant')
  return finish(several.ctx, several.submissionId)
}

/** An agreement on a PDF of the corpus, with the fields that its placeholders name. */
async function finishPdf(name: string, filled: Record<string, string>): Promise<Unsealed> {
  const { bytes = writePdf(onePage()) } = taken.find((one) => one.name === name) ?? {}
  const pdf = await readUpload(await newContext(), pdfSources, { name: 'a.pdf', base64: bytes.toString('base64') })
  const signerRoles = importRoles(pdf)
  const place = { page: pdf.pages.length, x: 0.1, y: 0.6, width: 0.3, height: 0.1 }
  const isMark = ({ type }: Field) => type === 'signature'
  const fields = importFields([], signerRoles, pdf).map((field) => (isMark(field) ? { ...field, ...place } : field))
  return finishSigned({ ...simpleAgreement, source: '', pdf, signerRoles, fields }, filled)
}

const french = {
  ...simpleAgreement,
  language: 'fr',
  title: 'Bail d’habitation',
  source: '# Bail\n\nEntre nous et {{name}}, dès le {{from}}. {{agree}} {{signature}}',
}
const withFile: AgreementInput = {
  ...simpleAgreement,
  source: '{{licence}} {{signature}}',
  fields: [
    { key: 'licence', type: 'file', label: 'Licence', role: 'tenant', required: true, maxMegabytes: 1 },
    { key: 'signature', type: 'signature', label: 'Signature', role: 'tenant', required: true },
  ],
}

async function finishWithFile(): Promise<Unsealed> {
  const signing = await newSigning(withFile)
  const visitor = await newIdentified(signing)
  const { text } = await visitor.get()
  const own = (await visitor.get('identify')).location ?? ''
  const form = new FormData()
  for (const [, id = '', value = ''] of text.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)">/g))
    if (!form.has(id)) form.set(id, value)
  form.set('file', new File([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'a picture'], 'licence.png'))
  const body = new Response(form)
  const payload = Buffer.from(await body.arrayBuffer())
  const cookie = [...visitor.cookies].map((pair) => pair.join('=')).join('; ')
  const type = body.headers.get('content-type') ?? ''
  const headers = { 'content-type': type, 'sec-fetch-site': 'same-origin', cookie }
  await signing.app.inject({ method: 'POST', url: `${own}files/licence`, payload, headers })
  await visitor.get()
  await visitor.post('sign', goodSignature)
  const { id } = await signing.ctx.db.selectFrom('submissions').select('id').executeTakeFirstOrThrow()
  return finish(signing.ctx, id)
}

async function eraseAll(ctx: Context): Promise<void> {
  for (const { subject_id } of await ctx.db.selectFrom('signers').select('subject_id').execute())
    await eraseSubject(ctx, subject_id)
}

/** The kinds of documents of the product. A DOCX is a PDF of the corpus here, which LibreOffice made. */
export const kinds: Readonly<Record<string, () => Promise<Unsealed>>> = {
  'an approver, a copy and a delegate': finishSeveral,
  'in French': () => finishSigned(french, goodFields, { headers: { 'accept-language': 'fr' } }),
  'a turned PDF': () => finishPdf('turned by 90', {}),
  'a DOCX': () => finishPdf('libreoffice-archive.pdf', { 'field.full_name_driver': 'Zoë' }),
  'a file field': finishWithFile,
  'an erased person': () => finishSigned(simpleAgreement, goodFields, { after: eraseAll }),
}
