/** Modules that an integrator would write against generated code: each has a function `call(baseUrl, secret)`. */
export const sdkCall = {
  rest: `import { client } from './client.gen'
import { createWebhook, listVerifications } from './index'
export async function call(baseUrl: string, secret: string): Promise<[string, number]> {
  client.setConfig({ baseUrl: \`\${baseUrl}/v2\`, auth: secret })
  const made = await createWebhook({ body: { destination_url: 'https://hooks.example/in' }, throwOnError: true })
  const found = await listVerifications({ query: { size: 5 }, throwOnError: true })
  const address: string = made.data.destination_url
  return [address, found.data.total]
}
`,
  jsonapi: `import { client } from './client.gen'
import { createWebhook, listWebhooks } from './index'
export async function call(baseUrl: string, secret: string): Promise<[string, number]> {
  client.setConfig({ baseUrl: \`\${baseUrl}/v1/api\`, auth: secret })
  const attributes = { destinationUrl: 'https://hooks.example/in' }
  const made = await createWebhook({ body: { data: { type: 'webhooks', attributes } }, throwOnError: true })
  const found = await listWebhooks({ query: { 'page[size]': 5 }, throwOnError: true })
  const address = 'attributes' in made.data.data! ? made.data.data.attributes?.destinationUrl : undefined
  return [address ?? '', (found.data.meta?.total ?? 0) - 1]
}
`,
}

export const typesCall = {
  rest: `import createClient from 'openapi-fetch'
import type { paths } from './api'
export async function call(baseUrl: string, secret: string): Promise<[string, number]> {
  const client = createClient<paths>({ baseUrl: \`\${baseUrl}/v2\`, headers: { 'x-api-key': secret } })
  const made = await client.POST('/webhooks', { body: { destination_url: 'https://hooks.example/in' } })
  const found = await client.GET('/verifications', { params: { query: { size: 5 } } })
  const address: string | undefined = made.data?.destination_url
  return [address ?? '', found.data?.total ?? -1]
}
`,
  jsonapi: `import createClient from 'openapi-fetch'
import type { paths } from './api'
export async function call(baseUrl: string, secret: string): Promise<[string, number]> {
  const headers = { authorization: \`Bearer \${secret}\`, accept: 'application/vnd.api+json', 'content-type': 'application/vnd.api+json' }
  const client = createClient<paths>({ baseUrl: \`\${baseUrl}/v1/api\`, headers })
  const attributes = { destinationUrl: 'https://hooks.example/in' }
  const made = await client.POST('/webhooks', { body: { data: { type: 'webhooks', attributes } } })
  const found = await client.GET('/webhooks', { params: { query: { 'page[size]': 5 } } })
  return [made.data?.data?.attributes?.destinationUrl ?? '', (found.data?.meta?.total ?? 0) - 1]
}
`,
}
