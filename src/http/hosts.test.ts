import { expect, test } from 'vitest'
import { routedUrl } from './hosts.ts'

test.each([
  ['/verifications', 'api.example.com', '/v2/verifications'],
  ['/v2/verifications', 'api.example.com', '/v2/verifications'],
  ['/', 'api.example.com', '/v2/'],
  ['//verifications', 'api.example.com', '/v2//verifications'],
  ['/docs', 'api.example.com', '/docs'],
  ['*', 'api.example.com', '*'],
  ['/verifications', 'example.com', '/verifications'],
  ['http://api.example.com/verifications?page=2', 'api.example.com', '/v2/verifications?page=2'],
  ['http://localhost/verifications', 'localhost:3000', '/v2/verifications'],
  ['https://example.com', 'example.com', '/'],
  ['http://[/agree/x', 'example.com', '/agree/x'],
  ['*', 'example.com', '*'],
])('%s on %s is routed as %s', (url, host, routed) => {
  expect(routedUrl(url, host, 'example.com')).toBe(routed)
})
