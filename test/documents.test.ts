import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import manifest from '../package.json' with { type: 'json' }
import { settings } from '../src/config.ts'
import { readSources, root } from './architecture/sources.ts'

const documents = readSources().filter(({ path }) => path.endsWith('.md'))

test('every setting is described in docs/operations.md', () => {
  const text = documents.find(({ path }) => path === 'docs/operations.md')?.text ?? ''
  const missing = Object.values(settings).filter(({ variable }) => !text.includes(`\`${variable}\``))
  expect(missing.map(({ variable }) => variable)).toEqual([])
})

test('every link to a file in a document has a target', () => {
  const links = documents.flatMap(({ path, text }) =>
    [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, target = '']) => join(dirname(path), target)),
  )
  expect(links.length).toBeGreaterThan(5)
  expect(links.filter((target) => !existsSync(join(root, target)))).toEqual([])
})

test('every npm script in a document exists', () => {
  const named = documents.flatMap(({ text }) =>
    [...text.matchAll(/npm run (?:-s )?([a-z:]+)/g)].map(([, name]) => name),
  )
  expect(named.filter((name) => !Object.keys(manifest.scripts).includes(name ?? ''))).toEqual([])
})

test('every package of a production install is used by the product', () => {
  const code = readSources().filter(({ path }) => /^(src|web)\//.test(path) && !path.includes('.test.'))
  const isNamed = (name: string) => code.some(({ text }) => new RegExp(`['"\`]${name}(/[^'"\`]*)?['"\`]`).test(text))
  const names = Object.keys(manifest.dependencies)
  const used = names.filter(isNamed)
  // The peer dependencies of a used package are used too.
  const peers = new Set(used.flatMap(peersOf))
  // The runtime is a package too: npm puts it on the PATH of every script. Typefaces are found by the names of families.
  const typefaces = /^@(expo-google-fonts|embedpdf\/fonts-)/
  const isUsed = (name: string) => name === 'node' || typefaces.test(name) || peers.has(name) || used.includes(name)
  expect(names.filter((name) => !isUsed(name))).toEqual([])
})

function peersOf(name: string): string[] {
  const { peerDependencies } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'))
  return Object.keys(peerDependencies ?? {})
}

test('every decision has a unique number and names its cost', () => {
  const records = documents.filter(({ path }) => path.startsWith('docs/decisions/'))
  const numbers = records.map(({ path }) => /(\d{4})-/.exec(path)?.[1])
  expect(new Set(numbers).size).toBe(records.length)
  expect(records.filter(({ text }) => !/^\*\*Cost\.\*\*/m.test(text)).map(({ path }) => path)).toEqual([])
})
