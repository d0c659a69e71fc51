import { createHash } from 'node:crypto'
import { apiVersions } from '../../../core/api-versions.ts'
import type { Context } from '../../../core/context.ts'
import { eventTypes } from '../../../core/events.ts'
import { type EventPreview, previewEvent, type RenderBody } from '../../../core/webhooks/index.ts'
import { mapOfTexts } from '../../maps.ts'
import { boolean, json, text, word } from '../attributes.ts'
import { defineResource } from '../define-resource.ts'
import { toOne, type Using, type Values } from '../resource.ts'

type Looked = EventPreview & { id: string }

/** The type of previews of deliveries. `take` gets the delivery that would be sent. */
const previewsTaking = (take: (looked: Looked) => void, render: RenderBody) =>
  defineResource({
    type: 'webhook-previews',
    idKind: 'webhook',
    about:
      'The request that a webhook would get for an event: for its newest event of the type, or for a made-up one, in its own version or in another. Nothing is sent or stored.',
    permissions: { read: 'webhooks:read', write: 'webhooks:read' },
    fields: {},
    attributes: {
      kind: word(eventTypes, 'The type of the event.', { of: 'type', write: 'create', required: true }),
      apiVersion: word(apiVersions, 'The version of the body; by default the version of the webhook.', {
        write: 'create',
      }),
      isHeard: boolean('Whether the webhook subscribes to such events.'),
      isInvented: boolean('Whether the event is made up, because the webhook has had no such event yet.'),
      requestHeaders: json(
        mapOfTexts(),
        'The headers. The values of your own headers are hidden, and the signature is left out.',
      ),
      requestBody: text('The body.'),
    },
    relationships: {
      webhook: toOne('webhooks', 'webhookId', 'The webhook of the preview.', { write: 'create', required: true }),
    },
    list: async () => ({ items: [], total: 0, number: 1, size: 1 }),
    create: async (ctx, given) => {
      const preview = await previewEvent(ctx, render, given)
      const id = createHash('sha256').update(JSON.stringify(preview)).digest('hex').slice(0, 32)
      take({ id, ...preview })
      return { id }
    },
  })

/** The same type, for the documentation. */
export const webhookPreviews = previewsTaking(
  () => {},
  () => Buffer.alloc(0),
)

/** Makes the delivery that would be sent. Throws what previewEvent throws. */
export async function lookAtEvent(ctx: Context, given: Values, using: Using, render: RenderBody): Promise<Looked> {
  const looked: Looked[] = []
  await previewsTaking((one) => looked.push(one), render).create?.(ctx, given, using)
  const [found] = looked
  if (!found) throw new Error('A preview took nothing.')
  return found
}
