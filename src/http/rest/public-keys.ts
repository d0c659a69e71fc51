import { readPublicKeys } from '../../core/webhooks/index.ts'
import { addressToLimit } from '../client-address.ts'
import { etagOf, namesEtag } from '../etags.ts'
import { heedMethods } from '../other-methods.ts'
import { limitRequest } from '../rate-limit.ts'
import type { Face } from '../server.ts'
import { readId } from './endpoint.ts'
import { sendError } from './errors/render.ts'

const prefix = '/.well-known/webhook-keys'
const requestsPerMinute = 600

/** The address of the public keys that verify the `v1a` signatures of a webhook. */
export function publicKeysUrl(publicUrl: string, publicWebhookId: string): string {
  return `${publicUrl}${prefix}/${publicWebhookId}`
}

/**
 * Serves the public keys as JWK sets (RFC 7517). Each webhook has its own key, and so its own set. Receivers have no
 * API key and need none. An address may ask 600 times a minute; caches may keep a set for five minutes.
 */
export const publicKeysFace: Face = {
  prefix,
  plugin: async (app, { deps }) => {
    const refuseOtherMethods = heedMethods(app)
    app.get<{ Params: { webhook_id: string } }>('/:webhook_id', async (request, reply) => {
      await limitRequest(reply, { id: `keys:${addressToLimit(request)}`, requestsPerMinute }, deps)
      const id = readId('webhook', request.params.webhook_id)
      const set = JSON.stringify(await readPublicKeys(deps.database.system, id, deps.now()))
      const etag = etagOf(set)
      reply
        .header('cache-control', 'public, max-age=300')
        .header('etag', etag)
        .header('access-control-allow-origin', '*')
        .header('x-content-type-options', 'nosniff')
      const known = request.headers['if-none-match']
      if (known && namesEtag(known, etag)) return reply.code(304).send()
      return reply.type('application/jwk-set+json').send(set)
    })
    refuseOtherMethods()
  },
  renderError: sendError,
}
