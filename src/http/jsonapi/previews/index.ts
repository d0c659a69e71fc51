import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { html } from 'ghtml'
import { findWrittenFile, type ShownFile } from '../../../core/agreements/index.ts'
import { type Fault, refuseFaults } from '../../../core/errors.ts'
import { describePreview, type Preview, previewAgreement } from '../../../core/submissions/index.ts'
import { aboutFault, sayFault } from '../../../texts/index.ts'
import { directionOfLanguage } from '../../../writing/index.ts'
import type { HttpDependencies } from '../../dependencies.ts'
import { readerOf } from '../../reader.ts'
import { describe } from '../documents.ts'
import { ask } from '../handlers.ts'
import { register } from '../routes.ts'
import { showSentence } from '../sentences.ts'
import { perform, type Draft as ReadDraft, readData, readResourceObject } from '../write.ts'
import { createGate } from './gate.ts'
import { agreementPreviews, type GivenDraft, previewsTaking } from './resource.ts'

const path = `/${agreementPreviews.type}`

/** `POST /agreement-previews` and `/agreement-previews/pdf`: the look of an agreement draft. */
export function registerPreviews(app: FastifyInstance, deps: HttpDependencies): void {
  const { previews } = deps
  if (!previews) return
  const gate = createGate()
  register(app, deps, path, {
    POST: async (request, reply) => {
      const asking = ask(request, agreementPreviews, {})
      const { read, draft } = await takeDraft(request, deps)
      const pdf = await perform(read, () => fileOf(request, draft))
      const preview = await perform(read, async () => previewAgreement(request.context, { ...draft, pdf }))
      const { agreementId: _agreement, ...words } = draft
      const shown = {
        ...words,
        language: preview.language,
        html: show(request, previews, draft, preview, pdf),
        spots: preview.spots,
        stylesheet: `${request.base}/agree/assets/sign.css`,
        faults: preview.faults.map(tellFault),
      }
      const id = createHash('sha256').update(JSON.stringify(draft)).digest('hex').slice(0, 32)
      const { links: _, ...head } = describe(asking, path)
      return reply
        .header('cache-control', 'no-store')
        .send(JSON.stringify({ ...head, data: { type: agreementPreviews.type, id, attributes: shown } }))
    },
  })
  app.post(`${path}/pdf`, { config: { isDocument: false } }, async (request, reply) => {
    const { read, draft } = await takeDraft(request, deps)
    const input = await perform(read, async () => {
      const whole = { ...draft, pdf: await fileOf(request, draft) }
      const preview = previewAgreement(request.context, whole)
      refuseFaults(preview.faults)
      return describePreview(request.context, whole, preview)
    })
    const bytes = await gate.run(request.context.organizationId, () => previews.render(input))
    return reply.type('application/pdf').header('cache-control', 'no-store').send(Buffer.from(bytes))
  })
}

type Taken = { read: ReadDraft; draft: GivenDraft }

async function takeDraft(request: FastifyRequest, deps: HttpDependencies): Promise<Taken> {
  const read = readResourceObject(readData(request.body), { resource: agreementPreviews, at: '/data' })
  const taken: GivenDraft[] = []
  await previewsTaking((draft) => taken.push(draft)).create?.(request.context, read.given, { ...deps, base: '' })
  const [draft] = taken
  if (!draft) throw new Error('A preview took nothing.')
  return { read, draft }
}

async function fileOf(request: FastifyRequest, { agreementId }: GivenDraft): Promise<ShownFile | null> {
  return agreementId ? findWrittenFile(request.context, agreementId) : null
}

type Previews = NonNullable<HttpDependencies['previews']>

/**
 * Shows the page of a role when the draft names one, and for a PDF. Otherwise shows the text with its values and
 * blanks.
 */
function show(
  request: FastifyRequest,
  previews: Previews,
  draft: GivenDraft,
  preview: Preview,
  pdf: ShownFile | null,
): string | null {
  const { signerRoles: roles, shownTo, fields, title } = draft
  const { language, values } = preview
  const document = preview.document ?? (pdf && { blocks: [], fieldKeys: [] })
  if (!document) return null
  const names = new Map(roles.map(({ key, name }) => [key, name]))
  const acting = roles.filter(({ kind }) => kind !== 'copy')
  const seenBy = acting.find(({ key }) => key === shownTo) ?? (pdf ? acting[0] : undefined)
  if (seenBy) {
    const { key: role, kind } = seenBy
    const nameOf = (key: string) => names.get(key) ?? key
    const looked = { title, fields, language, document, pdf, role, nameOf, values }
    return previews.part(readerOf(request), { ...looked, kind: kind === 'approver' ? 'approver' : 'signer' })
  }
  const nameOf = (role: string) => (names.size > 1 ? ` · ${names.get(role) ?? role}` : '')
  const labels = new Map(fields.map(({ key, label, role }) => [key, `${label}${nameOf(role)}`]))
  const draw = (key: string) => {
    const value = values.get(key)
    return value
      ? html`<span class="filled">${value}</span>`
      : html`<span class="blank">${labels.get(key) ?? key}</span>`
  }
  return previews.text(readerOf(request), document, draw, directionOfLanguage(language))
}

function tellFault(found: Fault) {
  const line = Object.entries(found.params).find(([name]) => name === 'line')?.[1]
  return {
    pointer: ['/data/attributes', ...found.path].join('/'),
    line: typeof line === 'number' ? line : null,
    rule: found.code,
    detail: sayFault(found),
    ...showSentence(aboutFault(found)),
  }
}
