import { expect, test } from 'vitest'
import { newApi, testDependencies } from '../../test/support/api.ts'
import { openDatabase } from '../db/index.ts'
import { faces } from '../faces.ts'
import { createServer } from './server.ts'

const nobody = 'postgres://sealane@127.0.0.1:9/sealane'

test.each(['/v2/verifications', '/v1/api/webhooks', '/agree/2x8Jm3KqPz4WvRt7Yb9NcD'])(
  'while the database does not answer, %s answers 503 with a Retry-After',
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
