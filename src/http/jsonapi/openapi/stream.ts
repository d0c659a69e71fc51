import { maxPageSize } from '../page-size.ts'
import { resources } from '../registry.ts'
import { failures } from './operations.ts'

/** The tag of the addresses that belong to no resource. */
export const streamTag = { name: 'stream', description: 'A stream of changes, as they happen.' }

const about = `Server-sent events (text/event-stream) of what changes in the organization, as far as the caller may read it.
\`change\` tells one change: \`{"type", "id", "what", "at"}\`; with \`id\` null, so many of the type changed that lists of it are best read again.
\`open\` comes first; \`reset\` says that what is shown must be read again; \`end\` says why the stream ends. The id of a message is where to go on.`

export const streamPath = {
  get: {
    operationId: 'followChanges',
    summary: 'Follow what changes.',
    description: about,
    tags: [streamTag.name],
    parameters: [
      {
        name: 'filter[type]',
        in: 'query',
        description: 'Only changes of these types, separated by commas.',
        style: 'form',
        explode: false,
        schema: {
          type: 'array',
          items: { type: 'string', enum: resources.map(({ type }) => type) },
          maxItems: maxPageSize,
        },
      },
      {
        name: 'Last-Event-ID',
        in: 'header',
        description: 'The id of the last message that you received. Browsers send it when they reconnect.',
        schema: { type: 'string', pattern: '^\\d{1,15}$' },
      },
    ],
    responses: {
      200: {
        description: 'Messages, until it ends.',
        content: { 'text/event-stream': { schema: { type: 'string' } } },
      },
      ...Object.fromEntries(
        Object.entries(failures).map(([status, name]) => [status, { $ref: `#/components/responses/${name}` }]),
      ),
    },
  },
}
