import { expect, test } from 'vitest'
import { newApi, testDependencies } from '../../test/support/api.ts'
import { createDatabase, queryAll } from '../../test/support/database.ts'
import { openDatabase } from '../db/index.ts'
import { faces } from '../faces.ts'
import { explainOutage } from './outage.ts'
import { createServer } from './server.ts'

const nobody = 'postgres://sealane@127.0.0.1:9/sealane'

test.each(['/v2/verifications', '/v1/api/webhooks', '/agree/2x8Jm3KqPz4WvRt7Yb9NcD'])(
  'while nobody answers at the address of the database, %s answers 503 and when to come back',
  async (url) => {
    const app = await createServer(testDependencies({ database: openDatabase({ url: nobody }) }), faces, {
      trustedProxies: [],
    })
    const { key } = await newApi({ app })
    const answer = await app.inject({ url, headers: { 'x-api-key': key, authorization: `Bearer ${key}` } })
    expect(answer.statusCode).toBe(503)
    expect(answer.headers['retry-after']).toBe('5')
    expect(answer.body).not.toContain('ECONNREFUSED')
  },
)

test.each(['53100', '53300', '57P01', '57P03', '08006', '25006'])('SQLSTATE %s is an outage', async (code) => {
  const raise = `do $$ begin raise exception 'x' using errcode = '${code}'; end $$`
  const error = await queryAll(await createDatabase(), raise).catch((thrown: unknown) => thrown)
  expect(explainOutage(error)).toMatchObject({ kind: 'unavailable', code: 'database_unavailable' })
})

test('a fault of ours is no outage', async () => {
  const error = await queryAll(await createDatabase(), 'select nothing').catch((thrown: unknown) => thrown)
  expect(explainOutage(error)).toBe(error)
})
