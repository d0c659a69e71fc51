import { resourceOf, resources } from '../../../src/http/jsonapi/registry.ts'
import type { Item } from './item.ts'
import { errors, lists, operations } from './more-folders.ts'
import { resourceFolder, type Sample } from './resource-folder.ts'

const schema = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json'

/**
 * Builds the Postman collection of the dialect, with assertions: every verb of each type, really done. `samples`
 * are good members by type; later types link to earlier ones.
 */
export function buildPostman(samples: Readonly<Record<string, Sample>>): Item {
  const first = Object.keys(samples).map(resourceOf)
  const rest = resources.filter(({ type }) => !Object.hasOwn(samples, type))
  return {
    info: {
      name: 'Sealane JSON:API',
      schema,
      description:
        'Made from what serves. Set base_url (…/v1/api) and token (an API credential of an admin). It makes, changes and removes real things: run it where that does no harm, from top to bottom.',
    },
    auth: { type: 'bearer', bearer: [{ key: 'token', value: '{{token}}', type: 'string' }] },
    variable: [
      { key: 'base_url', value: 'http://acme.api.sealane.localhost:3000/v1/api' },
      { key: 'token', value: '' },
    ],
    item: [
      ...[...first, ...rest].map((resource) => resourceFolder(resource, samples[resource.type])),
      lists,
      errors,
      operations,
    ],
  }
}
