// Makes all clients and types in one process, because loading the generators takes as long as using them. The arguments
// are the documents, with the target folder of each.
import { writeFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { createClient } from '@hey-api/openapi-ts'
import openapiTS, { astToString, COMMENT_HEADER } from 'openapi-typescript'

const plugins = ['@hey-api/client-fetch', '@hey-api/typescript', '@hey-api/sdk']
const logs = { file: false, level: 'error' }
const wanted = JSON.parse(process.argv[2] ?? '[]')

await createClient(wanted.map(({ document, folder }) => ({ input: document, output: `${folder}/sdk`, plugins, logs })))
for (const { document, folder } of wanted) {
  const types = await openapiTS(pathToFileURL(document))
  await writeFile(`${folder}/api.ts`, COMMENT_HEADER + astToString(types))
}
