import { expect, test } from 'vitest'
import { renderClient } from '../../src/http/rest/client/index.ts'
import { endpoints } from '../../src/http/rest/endpoints.ts'
import { buildCollection } from '../../src/http/rest/postman/index.ts'
import { renderChangelog } from '../../src/http/rest/versions/changelog.ts'
import { bodies } from '../support/bodies.ts'

// Files that are made from the endpoints and committed. `vitest run test/rest/generated.test.ts -u` writes them anew.
const names = { agreement_id: '{{agreement_id}}', agreement_link_id: '{{agreement_link_id}}' }

test('docs/api/changelog.md is the generated one', async () => {
  await expect(renderChangelog(endpoints)).toMatchFileSnapshot('../../docs/api/changelog.md')
})

test('the Postman collection is the generated one', async () => {
  const text = `${JSON.stringify(buildCollection(bodies(names)), null, 2)}\n`
  await expect(text).toMatchFileSnapshot('../../postman/sealane.postman_collection.json')
})

test('the TypeScript client is the generated one', async () => {
  await expect(renderClient()).toMatchFileSnapshot('../../clients/typescript/src/operations.ts')
})
