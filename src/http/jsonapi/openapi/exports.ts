import { resources } from '../registry.ts'
import { failures } from './operations.ts'

const types = resources.map(({ type }) => type)
const refused = Object.fromEntries(
  Object.entries(failures).map(([status, failure]) => [status, { $ref: `#/components/responses/${failure}` }]),
)
const formats = [
  ['csv', 'Csv', 'text/csv', 'a line for each resource; what would be a formula begins with an apostrophe'],
  ['ndjson', 'Ndjson', 'application/x-ndjson', 'one resource object in each line'],
] as const

const content = {
  get: {
    operationId: 'downloadExport',
    summary: 'The file of an export that is done.',
    description:
      'For the user who asked for it, while they may read the list: 409 while it is written, 410 when its time is over.',
    tags: ['exports'],
    parameters: [{ $ref: '#/components/parameters/Id' }],
    responses: {
      200: {
        description: 'The file.',
        content: Object.fromEntries(formats.map(([, , mediaType]) => [mediaType, { schema: { type: 'string' } }])),
      },
      ...refused,
    },
  },
}

/** Whole lists as files, at once or kept. */
export const exportPaths = {
  '/exports/{id}/content': content,
  ...Object.fromEntries(
    formats.map(([ending, name, mediaType, about]) => [
      `/exports/{type}.${ending}`,
      {
        get: {
          operationId: `export${name}`,
          summary: `A whole list as a file: ${about}.`,
          description:
            'Takes the filters and the sort of the list. Each resource is there once, however long the list is. The header Sealane-Total says how many there are.',
          tags: ['exports'],
          parameters: [
            {
              name: 'type',
              in: 'path',
              required: true,
              description: 'Whose list.',
              schema: { type: 'string', enum: types },
            },
          ],
          responses: {
            200: { description: 'The file.', content: { [mediaType]: { schema: { type: 'string' } } } },
            ...refused,
          },
        },
      },
    ]),
  ),
}
