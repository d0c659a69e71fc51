import { expect, test } from 'vitest'
import { hostName, routedUrl, tenantOf } from './hosts.ts'

test.each([
  ['/verifications', 'api.example.com', '/v2/verifications'],
  ['/v2/verifications', 'api.example.com', '/v2/verifications'],
  ['/', 'api.example.com', '/v2/'],
  ['//verifications', 'api.example.com', '/v2//verifications'],
  ['/docs', 'api.example.com', '/docs'],
  ['/verifications', 'API.Example.com.:443', '/v2/verifications'],
  ['*', 'api.example.com', '*'],
  ['/verifications', 'example.com', '/verifications'],
  ['http://api.example.com/verifications?page=2', 'api.example.com', '/v2/verifications?page=2'],
  ['http://localhost/verifications', 'localhost:3000', '/v2/verifications'],
  ['https://example.com', 'example.com', '/'],
  ['http://[/agree/x', 'example.com', '/agree/x'],
  ['*', 'example.com', '*'],
])('%s on %s is routed as %s', (url, host, routed) => {
  expect(routedUrl(url, host, { domain: 'example.com' })).toBe(routed)
})

test.each([
  ['/webhooks', 'localhost:3000', '/webhooks'],
  ['/webhooks', 'api.example.com', '/v2/webhooks'],
  ['/events', 'localhost:3000', '/v2/events'],
])('%s on %s, when the web app has /webhooks, is routed as %s', (url, host, routed) => {
  expect(routedUrl(url, host, { domain: 'example.com' }, (path) => path === '/webhooks')).toBe(routed)
})

test.each([
  ['acme.api.example.com', 'acme'],
  ['ACME.api.example.com.:8443', 'acme'],
  ['a.b.api.example.com', null],
  ['api.example.com', null],
  ['example.com', null],
])('%s is the host of the tenant %s', (host, slug) => {
  expect(tenantOf(host, 'example.com')).toBe(slug)
})

test.each([
  ['Api.Example.com:3000', 'api.example.com'],
  ['api.example.com.', 'api.example.com'],
  ['api.example.com.:443', 'api.example.com'],
  ['[::1]:3000', '::1'],
  ['[::1]', '::1'],
  ['', ''],
])('the name in the Host header %s is %s', (host, name) => {
  expect(hostName(host)).toBe(name)
})
