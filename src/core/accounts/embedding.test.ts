import { expect, test } from 'vitest'
import { findEmbeddingFaults, toOrigins } from './embedding.ts'

test.each([
  ['https://app.example.com', 'https://app.example.com'],
  ['https://APP.example.com/', 'https://app.example.com'],
  ['https://app.example.com:8443', 'https://app.example.com:8443'],
  ['https://app.example.com:443', 'https://app.example.com'],
  ['https://bücher.example', 'https://xn--bcher-kva.example'],
  ['http://localhost:4000', 'http://localhost:4000'],
  ['http://acme.localhost', 'http://acme.localhost'],
  ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
  ['http://[::1]:8080', 'http://[::1]:8080'],
])('%s is a site that may show signing pages', (given, kept) => {
  expect(findEmbeddingFaults({ embeddingOrigins: [given] })).toEqual([])
  expect(toOrigins([given, given])).toEqual([kept])
})

test.each([
  'http://app.example.com',
  'http://127.0.0.1.example.com',
  'https://*.example.com',
  '*',
  "'self'",
  'https://a.example https://b.example',
  'https://a.example;script-src',
  'https://user@a.example',
  'https://a.example/path',
  'https://a.example?query',
  'https://a.example#part',
  'https:a.example',
  'https://',
  'https://a.example:99999',
  'javascript://a.example',
  'data:text/html,x',
  'null',
  'app.example.com',
  ' ',
])('%j is not a site that may show signing pages', (given) => {
  expect(findEmbeddingFaults({ embeddingOrigins: [given] }).map(({ path }) => path.join('.'))).toContain(
    'embeddingOrigins.0',
  )
})

test('an organization names at most 50 sites', () => {
  const sites = (count: number) => Array.from({ length: count }, (_, at) => `https://a${at}.example.com`)
  expect(findEmbeddingFaults({ embeddingOrigins: sites(50) })).toEqual([])
  expect(findEmbeddingFaults({ embeddingOrigins: sites(51) })).toMatchObject([{ code: 'max_items' }])
})
