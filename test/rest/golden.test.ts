import { describe, expect, test } from 'vitest'
import { endpointsIn } from '../../src/http/rest/openapi/index.ts'
import { versionNames } from '../../src/http/rest/versions/index.ts'
import { useServer } from '../support/api.ts'
import { playEverything } from './everything.ts'

const server = useServer()

// A released version never changes, and these files are its shapes. `vitest run test/rest/golden.test.ts -u` writes
// them again. That is right for a new endpoint, and never for an existing one.
describe.each(versionNames)('version %s', (version) => {
  test('every endpoint answers as at the release of the version', { timeout: 60_000 }, async () => {
    const replies = await playEverything(server, version)
    for (const [name, reply] of Object.entries(replies)) {
      await expect(`${JSON.stringify(reply, null, 2)}\n`).toMatchFileSnapshot(`golden/${version}/${name}.json`)
    }
    const played = Object.keys(replies).filter((name) => !name.startsWith('error-'))
    expect(played.sort()).toEqual(
      endpointsIn(version)
        .map((endpoint) => endpoint.id)
        .sort(),
    )
  })
})

test('an endpoint is not found in a version before its release', async () => {
  const replies = await playEverything(server, '2.0')
  expect(replies['error-not-in-version']).toMatchObject({ status: 404, body: { error: 4005 } })
})
