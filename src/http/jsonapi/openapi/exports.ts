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
    summary: 'Downloads the file of a finished export.',
    description:
      'Only for the user who asked for the export, and only while they may read the list. The answer is 409 while the file is written, and 410 once it has expired.',
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
          summary: `Downloads a whole list as a file: ${about}.`,
          description:
            'Takes the filters and the sort of the list. Each resource appears once, however long the list is. The header Sealane-Total has the number of resources.',
          tags: ['exports'],
          parameters: [
            {
              name: 'type',
              in: 'path',
              required: true,
              description: 'The type of the list.',
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
