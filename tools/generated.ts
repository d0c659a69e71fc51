import { buildOpenApi as buildJsonApiDocument } from '../src/http/jsonapi/openapi/index.ts'
import { endpoints } from '../src/http/rest/endpoints.ts'
import { buildOpenApi as buildRestDocument } from '../src/http/rest/openapi/index.ts'
import { versionNames } from '../src/http/rest/versions/index.ts'
import { renderResources } from './jsonapi/client.ts'
import { buildPostman } from './jsonapi/postman/index.ts'
import { renderResourceIndex } from './jsonapi/resource-index.ts'
import { renderPageRules } from './page-rules.ts'
import { renderChangelog } from './rest/changelog.ts'
import { renderClient } from './rest/client.ts'
import { buildCollection } from './rest/postman.ts'
import { samples } from './samples/jsonapi.ts'
import { bodies } from './samples/rest.ts'
import { renderVerifier } from './verifier.ts'

const json = (value: object) => `${JSON.stringify(value, null, 2)}\n`
const names = {
  agreement_id: '{{agreement_id}}',
  agreement_link_id: '{{agreement_link_id}}',
  subject_id: '{{subject_id}}',
}

/** The committed files that are made from the sources, with their contents. */
export const generatedFiles: Readonly<Record<string, () => string | Promise<string>>> = {
  'src/http/jsonapi/resources/index.ts': renderResourceIndex,
  ...Object.fromEntries(versionNames.map((name) => [`openapi/rest-${name}.json`, () => json(buildRestDocument(name))])),
  'openapi/jsonapi-1.json': () => json(buildJsonApiDocument()),
  'postman/sealane.postman_collection.json': () => json(buildCollection(bodies(names))),
  'postman/jsonapi.postman_collection.json': () => json(buildPostman(samples)),
  'clients/typescript/src/operations.ts': renderClient,
  'clients/jsonapi/src/resources.ts': renderResources,
  'src/http/sign/assets/rules.js': renderPageRules,
  'verifier/sealane-verify.mjs': renderVerifier,
  'docs/api/changelog.md': () => renderChangelog(endpoints),
}
