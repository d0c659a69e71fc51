import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import newman, { type Summary } from 'newman'
import { beforeAll, describe, expect, test } from 'vitest'
import { endpoints } from '../../src/http/rest/endpoints.ts'
import { newApi, useServer } from '../support/api.ts'
import { logEverything } from '../support/finishing.ts'
import { setStage } from '../support/stage.ts'

type Item = { event?: object[] }
type Folder = { name: string; item: Item[] }

const server = useServer()
const collection: { item: Folder[] } = JSON.parse(readFileSync('postman/sealane.postman_collection.json', 'utf8'))
const folders = [...new Set(endpoints.map(({ tag }) => tag))]
let played: Summary['run']

// One run of newman for all folders, because each run makes a sandbox of its own.
beforeAll(async () => {
  const base_url = `${await server.listen()}/v2`
  const item: Folder[] = []
  for (const folder of collection.item) item.push(await onOwnStage(folder, base_url))
  const summary = await promisify(newman.run)({ collection: { ...collection, item }, environment: { values: [] } })
  played = summary.run
})

/** What ends things plays on a stage of its own: the first request of a folder enters it with no variable of another. */
async function onOwnStage({ item: [first = {}, ...rest], ...folder }: Folder, base_url: string): Promise<Folder> {
  const api = await newApi(server)
  const variables = { ...(await setStage(api.ctx)), base_url, api_key: api.key }
  await logEverything(api.ctx)
  const exec = [
    'pm.environment.clear()',
    `for (const [name, value] of Object.entries(${JSON.stringify(variables)})) pm.environment.set(name, value)`,
  ]
  const entering = { ...first, event: [{ listen: 'prerequest', script: { exec } }, ...(first.event ?? [])] }
  return { ...folder, item: [entering, ...rest] }
}

describe('the Postman collection passes, assertions and all, against a live server', () => {
  test('has the folders that the endpoints name', () => {
    expect(collection.item.map(({ name }) => name).sort()).toEqual([...folders].sort())
  })

  test.each(folders)('%s', (folder) => {
    const failures = played.failures.filter(({ source }) => source.parent()?.name === folder)
    expect(failures.map(({ source, error }) => `${source.name}: ${error.test}: ${error.message}`)).toEqual([])
    const own = played.executions.filter(({ item }) => item.parent()?.name === folder)
    expect(own.flatMap(({ assertions }) => assertions ?? []).length).toBeGreaterThan(0)
  })

  test('nothing fails outside of the folders', () => {
    expect(played.failures.filter(({ source }) => !folders.some((name) => name === source.parent()?.name))).toEqual([])
  })
})
