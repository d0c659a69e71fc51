import { Type } from 'typebox'
import type { Context } from '../../../core/context.ts'
import { eventTypes, guideEventTypes } from '../../../core/events.ts'
import { type FollowRequest, followEvents } from '../../../core/webhooks/index.ts'
import type { HttpDependencies } from '../../dependencies.ts'
import { defineEndpoint } from '../endpoint.ts'
import { object } from '../members.ts'
import { renderEvent } from './render-event.ts'
import { presentFollowed } from './webhook-event.ts'

const lookEveryMs = 400
const oneOf = `(${eventTypes.map((type) => type.replaceAll('.', '\\.')).join('|')})`
const guideTypes = guideEventTypes.join(', ')

const followQuery = object(
  {
    after: Type.Optional(
      Type.String({
        maxLength: 200,
        description:
          'Where to continue: `next` of the previous reply, or the id of an event. Without it, the list begins now.',
      }),
    ),
    event_types: Type.Optional(
      Type.String({
        maxLength: 1_000,
        pattern: `^${oneOf}(,${oneOf})*$`,
        description: `Only events of these types, separated by commas; by default ${guideTypes}.`,
        examples: ['verification,agreement.completed'],
      }),
    ),
    wait: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: 20,
        default: 0,
        description: 'For how many seconds to wait for an event before the reply is empty.',
      }),
    ),
    size: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 50, description: 'Most events at once.' })),
  },
  'From where on.',
)

export const followEndpoints = [
  defineEndpoint({
    id: 'followEvents',
    tag: 'Webhook events',
    method: 'GET',
    path: '/events',
    since: '2.2',
    summary: 'Follow the events of the organization',
    description:
      'Lists every event of the requested types, in the order of recording, whether or not a webhook subscribes. Each event has the body that a webhook of this key would get. ' +
      'The database gives the order, so the clocks of servers do not matter. An event appears once no older one can appear any more. ' +
      'Ask again with `after` = `next`. With `wait`, the server replies as soon as an event happens.',
    query: followQuery,
    reply: { kind: 'one', resource: 'event_batch' },
    async handle({ ctx, query, version, deps }) {
      const { after, size = 50, event_types } = query
      const named = event_types?.split(',')
      const types = named ? { types: eventTypes.filter((type) => named.includes(type)) } : {}
      const request = { size, ...types, ...(after === undefined ? {} : { after }) }
      const { events, cursor } = await waitForEvents(ctx, deps, request, (query.wait ?? 0) * 1_000)
      const apiVersion = ctx.actor.kind === 'api_key' ? ctx.actor.apiVersion : version
      return {
        events: events.map((event) =>
          presentFollowed({ ...event, body: renderEvent(event, { apiVersion }).toString() }),
        ),
        next: cursor,
      }
    },
  }),
]

/** Looks again until there are events, the time is over or the server stops. The first look never waits. */
async function waitForEvents(ctx: Context, deps: HttpDependencies, request: FollowRequest, waitMs: number) {
  const until = performance.now() + waitMs
  for (;;) {
    const found = await followEvents(ctx, request)
    const isOver = performance.now() >= until || deps.stopping?.aborted
    if (found.events.length > 0 || request.after === undefined || isOver) return found
    await pause(lookEveryMs, deps.stopping)
  }
}

function pause(ms: number, stopping: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      stopping?.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, ms)
    stopping?.addEventListener('abort', end)
  })
}
