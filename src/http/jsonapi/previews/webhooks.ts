import type { FastifyInstance } from 'fastify'
import { formatId } from '../../../core/ids.ts'
import type { HttpDependencies } from '../../dependencies.ts'
import { describe } from '../documents.ts'
import { ask, type Handler } from '../handlers.ts'
import { register } from '../routes.ts'
import { perform, readData, readResourceObject } from '../write.ts'
import { lookAtEvent, webhookPreviews as resource } from './webhook-resource.ts'

const path = `/${resource.type}`

/** `POST /webhook-previews`: the delivery that a webhook would receive. */
export function registerWebhookPreviews(app: FastifyInstance, deps: HttpDependencies): void {
  const { previews } = deps
  if (!previews) return
  const POST: Handler = async (request, reply, serving) => {
    const { links: _, ...head } = describe(ask(request, resource, {}), path)
    const read = readResourceObject(readData(request.body), { resource, at: '/data' })
    const looked = await perform(read, () => lookAtEvent(request.context, read.given, serving, previews.body))
    const { id, webhookId, type: kind, ...shown } = looked
    const relationships = { webhook: { data: { type: 'webhooks', id: formatId('webhook', webhookId) } } }
    const data = { type: resource.type, id, attributes: { kind, ...shown }, relationships }
    return reply.header('cache-control', 'no-store').send(JSON.stringify({ ...head, data }))
  }
  register(app, deps, path, { POST })
}
