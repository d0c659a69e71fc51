import type { FastifyInstance } from 'fastify'
import { formatId, type IdKind } from '../../../core/ids.ts'
import type { HttpDependencies } from '../../dependencies.ts'
import { uploadLimit } from '../../uploads.ts'
import { describe } from '../documents.ts'
import { ask, type Handler } from '../handlers.ts'
import { register } from '../routes.ts'
import { perform, readData, readResourceObject } from '../write.ts'
import { lookAtFile, bulkSendPreviews as resource } from './bulk-send-resource.ts'

const path = `/${resource.type}`
const options = { bodyLimit: uploadLimit, config: { isUpload: true } }

/** `POST /bulk-send-previews`: the submissions that a file of people would make. */
export function registerBulkSendPreviews(app: FastifyInstance, deps: HttpDependencies): void {
  const POST: Handler = async (request, reply, serving) => {
    const { links: _, ...head } = describe(ask(request, resource, {}), path)
    const read = readResourceObject(readData(request.body), { resource, at: '/data' })
    const looked = await perform(read, () => lookAtFile(request.context, read.given, serving))
    const { id, agreementLinkId, known, ...attributes } = looked
    const relationships = {
      agreementLink: { data: identifier('agreement-links', 'agreement_link', agreementLinkId) },
      bulkSend: { data: known && identifier('bulk-sends', 'bulk_send', known.id) },
    }
    const data = { type: resource.type, id, attributes, relationships }
    return reply.header('cache-control', 'no-store').send(JSON.stringify({ ...head, data }))
  }
  register(app, deps, path, { POST }, options)
}

const identifier = (type: string, kind: IdKind, id: string) => ({ type, id: formatId(kind, id) })
