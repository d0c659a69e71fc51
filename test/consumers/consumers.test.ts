import { readdirSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { operationsOf } from '../rest/openapi-reader.ts'
import { newApi, useServer } from '../support/api.ts'
import { newClient } from '../support/jsonapi.ts'
import { sdkCall, typesCall } from './calls.ts'
import { checkTypes, type Made, makeAll } from './generate.ts'

const documents = readdirSync('openapi').map((file) => file.replace('.json', ''))
const read = (name: string) => JSON.parse(readFileSync(`openapi/${name}.json`, 'utf8'))
const hasId = ({ operationId }: { operationId?: string }) => operationId !== undefined

let made = new Map<string, Made>()
beforeAll(async () => {
  made = await makeAll(documents)
})

describe.each(documents)('%s', (name) => {
  test('hey-api generates a client with every operation', () => {
    const source = readFileSync(join(dirname(made.get(name)?.sdk ?? ''), 'sdk.gen.ts'), 'utf8')
    expect(source.match(/^export const \w+ = </gm)).toHaveLength(operationsOf(read(name)).filter(hasId).length)
  })

  test('openapi-typescript generates types with every operation', () => {
    const source = readFileSync(made.get(name)?.types ?? '', 'utf8')
    const operations = operationsOf(read(name)).filter(hasId)
    expect(operations.length).toBeGreaterThan(3)
    for (const { operationId } of operations) expect(source).toContain(`    ${operationId}: {`)
  })

  test('it has nothing that generators are known to drop or to fail on', () => {
    expect(faultsOf(read(name))).toEqual([])
  })
})

describe('generated code', () => {
  const server = useServer()
  const written: string[] = []
  beforeAll(async () => {
    for (const [name, { sdk, types }] of made) {
      const dialect = name.startsWith('rest') ? 'rest' : 'jsonapi'
      if (name === 'rest-2.0') continue
      written.push(await write(sdk, sdkCall[dialect]), await write(types, typesCall[dialect]))
    }
  })

  test('compiles together with calls of it', async () => {
    expect(await checkTypes([...[...made.values()].flatMap(({ sdk, types }) => [sdk, types]), ...written])).toBe('')
  })

  test('makes working calls', async () => {
    const origin = await server.listen()
    expect(written.length).toBeGreaterThan(2)
    for (const file of written) {
      const secret = file.includes('/rest') ? (await newApi(server)).key : (await newClient()).token
      expect(await (await import(file)).call(origin, secret)).toEqual(['https://hooks.example/in', 0])
    }
  })
})

async function write(beside: string, source: string): Promise<string> {
  const file = join(dirname(beside), 'call.ts')
  await writeFile(file, source)
  return file
}

// openapi-python-client drops `const`. Other generators require items of every array and a usable base address.
function faultsOf(value: unknown, at = ''): string[] {
  if (typeof value !== 'object' || value === null) return []
  const own = [
    ...('const' in value && !at.endsWith('/properties') ? [`${at}: const`] : []),
    ...('type' in value && value.type === 'array' && !('items' in value) ? [`${at}: array without items`] : []),
    ...(at.startsWith('/servers/') && 'url' in value && !/^https?:/.test(String(value.url)) ? [`${at}: relative`] : []),
  ]
  return [...own, ...Object.entries(value).flatMap(([name, member]) => faultsOf(member, `${at}/${name}`))]
}
