import type { FastifyInstance } from 'fastify'
import { saveDraft } from '../../core/ceremony/index.ts'
import type { HttpDependencies } from '../dependencies.ts'
import { readerOf } from '../reader.ts'
import { readForm, readSignature } from './read-form.ts'
import { readSent } from './sent-form.ts'
import { requireSession } from './session.ts'
import { signerParam } from './signer.ts'

/**
 * Keeps the typed values of a signer. The page's script sends them during typing; without scripts a button sends them.
 */
export function registerDraft(app: FastifyInstance, deps: HttpDependencies): void {
  app.post(`/:link/${signerParam}/draft`, async (request, reply) => {
    const { ctx, ceremony, base } = await requireSession(request, deps)
    const form = readForm(request)
    const { fields, locale } = readSignature(form, readerOf(request))
    const { draft } = form
    await saveDraft(ctx, ceremony, readSent(request, form), { fields, locale, ...(draft && { token: draft }) })
    return draft ? reply.code(204).send() : reply.redirect(base, 303)
  })
}
