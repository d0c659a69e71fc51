import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { BASE, filesOf, OTHERS } from '../src/writing/fonts/catalogue.ts'
import { findBreach } from './architecture/breaches.ts'
import { findLongComments, findRiddles } from './architecture/comments.ts'
import { findForTests, readExports } from './architecture/exports.ts'
import { readFunctions } from './architecture/functions.ts'
import {
  describing,
  emptyNames,
  foundByName,
  late,
  lengths,
  pageRooms,
  prose,
  rooms,
  sentences,
  words,
} from './architecture/rooms.ts'
import { findHardWords, findPageWords, findProse, findSentences } from './architecture/sentences.ts'
import { findLoaded, isCode, isTest, readImports, readSources, root } from './architecture/sources.ts'

/** The files whose texts people read in English: sentences, labels, and the descriptions of both APIs. */
const spoken = /^(?:src\/texts\/(?:en|api)|web\/texts\/en|src\/http)\/.*\.ts$/

const files = readSources()
const code = files.filter(isCode)

test('every import is allowed by the table of rooms', () => {
  const imports = code.filter(({ path }) => !isTest(path)).flatMap(readImports)
  expect(imports.length).toBeGreaterThan(100)
  expect(imports.map(findBreach).filter((breach) => breach !== null)).toEqual([])
})

test.each([
  ['src/core/agreements/links.ts', 'fastify', false],
  ['src/core/agreements/links.ts', 'src/core/accounts/users.ts', true],
  ['src/http/rest/webhooks.ts', 'src/http/jsonapi/registry.ts', true],
  ['src/http/rest/webhooks.ts', 'src/db/index.ts', true],
  ['src/db/connection.ts', 'src/core/context.ts', true],
  ['src/newcomer/index.ts', 'src/db/index.ts', true],
])('%s may not import %s', (from, target, ours) => {
  expect(findBreach({ from, target, ours, typeOnly: false })).toContain(from)
})

test('an import over several lines and a type-only import are recognised', () => {
  const text = "import type { A } from './a.ts'\nimport {\n  type B,\n  c,\n} from './b.ts'\nawait import('./d.ts')\n"
  expect(readImports({ path: 'src/x.ts', text }).map(({ target, typeOnly }) => [target, typeOnly])).toEqual([
    ['src/a.ts', true],
    ['src/b.ts', false],
    ['src/d.ts', false],
  ])
})

test('a start of the server loads no library that only some of its work needs', () => {
  const loaded = findLoaded(['src/cli/serve.ts', 'src/serving.ts'], code)
  const libraries = [...loaded].filter((one) => late.some((name) => one === name || one.startsWith(`${name}/`)))
  expect([loaded.has('fastify'), loaded.has('kysely'), libraries]).toEqual([true, true, []])
})

test.each(words)('$rule', ({ pattern, in: folder, except }) => {
  const where = code.filter(({ path }) => path.startsWith(folder) && !isTest(path) && !except.includes(path))
  expect(where.filter(({ text }) => pattern.test(text)).map(({ path }) => path)).toEqual([])
})

test('no file of core has a sentence, because sentences are in src/texts, by code and language', () => {
  const core = code.filter(({ path }) => path.startsWith('src/core/') && !isTest(path))
  const found = core.filter(({ text }) => findSentences(text).length > 0).map(({ path }) => path)
  expect(found.sort()).toEqual(Object.keys(sentences).sort())
})

test('no file of core has prose, because it says nothing to people', () => {
  const core = code.filter(({ path }) => path.startsWith('src/core/') && !isTest(path))
  const found = core.filter(({ text }) => findProse(text).length > 0).map(({ path }) => path)
  expect(found.sort()).toEqual(Object.keys({ ...prose, ...sentences }).sort())
})

test.each([
  ['return [`has a leaf that is not that of its row: ` + action]', 1],
  ['const about = `What is here:\n\na.pdf  the file that was finished; its name is a\n`', 1],
  ["add('signer', id, 'was shown another text, which is not that of the trail')", 1],
  ['await sql<Row>`select a from b as the with is of x`.execute(db)', 0],
  ["throw new Error('this is a bug that was not seen')", 0],
  ["say('not_found', { noun })", 0],
])('%s has prose: %s', (text, count) => expect(findProse(text)).toHaveLength(count))

test('no file of src/http has a sentence, because sentences are in src/texts, by code', () => {
  const faces = code.filter(({ path }) => path.startsWith('src/http/') && !isTest(path) && !describing.test(path))
  expect(faces.length).toBeGreaterThan(100)
  expect(faces.filter(({ text }) => findSentences(text).length > 0).map(({ path }) => path)).toEqual([])
})

test('texts for people name the person or the thing, and need no second reading', () => {
  const said = files.filter(({ path }) => spoken.test(path) && !isTest(path))
  expect(said.length).toBeGreaterThan(100)
  expect(said.flatMap(({ path, text }) => findHardWords(text).map((words) => ({ path, words })))).toEqual([])
})

test.each([
  ["'Whoever opens it can sign.'", 1],
  ["'There is no field x. There are: a, b.'", 1],
  ["'The newest; 24 unless given.'", 1],
  ["'It names a version that there is.'", 1],
  ["'Every person who opens the link can sign.'", 0],
  ["'There is no such member.'", 0],
])('%s needs a second reading: %s', (text, count) => expect(findHardWords(text)).toHaveLength(count))

test.each(pageRooms)(
  'no page of %s has words in its code, because words are in src/texts, by code and language',
  (room) => {
    const pages = code.filter(({ path }) => path.startsWith(room) && !isTest(path))
    expect(pages.length).toBeGreaterThan(0)
    const found = pages.flatMap(({ path, text }) =>
      [...findSentences(text), ...findPageWords(text)].map((words) => ({ path, words })),
    )
    expect(found).toEqual([])
  },
)

test.each([
  ['<button type="submit">Sign</button>', 1],
  ['<canvas aria-label="Your drawn signature">', 1],
  [`<p>Signing as \${name}.</p>`, 1],
  [`<button type="submit">\${words.sign}</button>`, 0],
  [`<h1 aria-label="\${words.name}">\${title}</h1>!\${notes}</p>`, 0],
  ['const read = (form: Form): Promise<Array<string>> => other', 0],
])('the page %s has words: %s', (text, count) => {
  expect(findPageWords(text)).toHaveLength(count)
})

test.each([
  ["throw new DomainError('gone', 'x', 'It is gone.')", 1],
  ["const message = 'These are too many. Use fewer.'", 1],
  ["throw new Error('This is a bug.')", 0],
  ["/** Said 'Like this.' in a comment. */", 0],
  ["say('not_found', { noun })", 0],
])('%s has sentences: %s', (text, count) => {
  expect(findSentences(text)).toHaveLength(count)
})

const typescript = files.filter(({ path }) => isCode({ path, text: '' }) || /^(tools\/|vitest\.).*\.ts$/.test(path))

test('every export is imported', () => {
  const unused = readExports(typescript).filter(({ importers }) => importers.length === 0)
  expect(unused.map(({ path, name }) => `${path} ${name}`).filter((found) => !foundByName.test(found))).toEqual([])
})

test('nothing of the product is there for tests alone', () => {
  expect(findForTests(readExports(typescript))).toEqual([])
})

test('an export is found through an index, and one that only tests import is told apart', () => {
  const sources = [
    { path: 'src/a/own.ts', text: 'export const a = 1\nexport const b = 1\nexport const c = 1\n' },
    { path: 'src/a/index.ts', text: "export { a, b as d } from './own.ts'\n" },
    { path: 'src/b.ts', text: "import { a } from './a/index.ts'\n" },
    { path: 'src/b.test.ts', text: "import { d } from './a/index.ts'\n" },
  ]
  const unused = readExports(sources).filter(({ importers }) => importers.length === 0)
  expect(unused.map(({ name }) => name)).toEqual(['c'])
  expect(findForTests(readExports(sources))).toEqual(['src/a/own.ts b', 'src/a/own.ts c'])
})

const commented = files.filter(({ path }) =>
  /^(src|web|verifier|tools|test|bench|migrations)\/.*\.(tsx?|sql)$/.test(path),
)

test('a comment has at most three lines of text', () => {
  expect(commented.flatMap(({ path, text }) => findLongComments(text).map((line) => `${path}:${line}`))).toEqual([])
})

test('a comment names its subject and its nouns', () => {
  expect(commented.length).toBeGreaterThan(1_000)
  expect(commented.flatMap(({ path, text }) => findRiddles(text).map((line) => `${path}:${line}`))).toEqual([])
})

test.each([
  ['// Whoever signs gets a copy.', 1],
  ['/** Reads a link. Whatever it says counts. */', 1],
  ['/**\n * Names a version that\n * there is.\n */', 1],
  ['-- An organization with so many rows.', 1],
  ['/** Lets read the metrics who sends the token. */', 1],
  ['// There are so many rows that a scan takes seconds.', 0],
  ["say('whatever that there is')", 0],
])('%j has riddles: %d', (text, count) => expect(findRiddles(text)).toHaveLength(count))

test.each([
  ['/**\n * One.\n * Two.\n * Three.\n */', 0],
  ['/**\n * One.\n * Two.\n * Three.\n * Four.\n */', 1],
  ['  // 1\n  // 2\n  // 3\n  // 4\n', 1],
  ['-- 1\n-- 2\n-- 3\n-- 4\ncreate', 1],
  ['-- 1\n-- 2\n-- 3\n\n-- 4\ncreate', 0],
])('%j has long comments: %d', (text, count) => expect(findLongComments(text)).toHaveLength(count))

test('the page about the architecture has a row for every room, and names no room that is gone', () => {
  const page = files.find(({ path }) => path === 'docs/architecture.md')?.text ?? ''
  const table = page
    .slice(0, page.indexOf('\n## '))
    .split('\n')
    .filter((line) => line.startsWith('| `'))
  const named = table.flatMap((line) =>
    [...(line.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, path = '']) => path),
  )
  expect(rooms.map(({ path }) => path.replace(/\/$/, '')).filter((path) => !named.includes(path))).toEqual([])
  expect(named.filter((path) => !files.some((file) => file.path === path || file.path.startsWith(`${path}/`)))).toEqual(
    [],
  )
})

const fontFiles = [...BASE, ...OTHERS].flatMap(filesOf)

test('every library that the product installs is imported, named by a path, or wanted by another', () => {
  const { dependencies } = JSON.parse(files.find(({ path }) => path === 'package.json')?.text ?? '{}')
  const product = typescript
    .filter(({ path }) => /^(src|web|verifier)\//.test(path) && !isTest(path))
    .map(({ text }) => text)
  const wanted = Object.keys(dependencies).flatMap((name) =>
    Object.keys(JSON.parse(readFileSync(`${root}node_modules/${name}/package.json`, 'utf8')).peerDependencies ?? {}),
  )
  const isUsed = (name: string) =>
    wanted.includes(name) ||
    product.some((text) => text.includes(`'${name}'`) || text.includes(`'${name}/`)) ||
    fontFiles.some((file) => file.includes(`/${name}/`))
  expect(Object.keys(dependencies).filter((name) => !isUsed(name))).toEqual([])
})

test('files are short', () => {
  const counted = code.map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
  const sorted = counted.map(({ lines }) => lines).sort((a, b) => a - b)
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(lengths.median)
  expect(sorted[Math.floor(sorted.length * 0.95)]).toBeLessThanOrEqual(lengths.p95)
  expect(counted.filter(({ lines }) => lines > lengths.longest)).toEqual([])
})

// The linter counts no line within JSX, so components are counted here.
test('components are short', async () => {
  const long = code.filter(({ path, text }) => path.endsWith('.tsx') && text.split('\n').length > lengths.function)
  const found = await Promise.all(long.map(readFunctions))
  expect(found.flat().length).toBeGreaterThan(100)
  expect(found.flat().filter(({ lines }) => lines > lengths.function)).toEqual([])
})

test('the lines of a component are counted within its JSX too', async () => {
  const text = 'const a = () => 1\nfunction B() {\n  return (\n    <p\n      id="c"\n    />\n  )\n}\n'
  expect((await readFunctions({ path: 'web/b.tsx', text })).map(({ at, lines }) => [at, lines])).toEqual([
    ['web/b.tsx:1', 1],
    ['web/b.tsx:2', 7],
  ])
})

test('no ten lines stand in two migrations', () => {
  const places = new Map<string, Set<string>>()
  for (const { path, text } of files.filter(({ path }) => /^migrations\/.*\.sql$/.test(path))) {
    const lines = text.split('\n').flatMap((line) => line.trim() || [])
    for (let at = 0; at + 10 <= lines.length; at += 1) {
      const ten = lines.slice(at, at + 10).join('\n')
      places.set(ten, (places.get(ten) ?? new Set()).add(path))
    }
  }
  expect(places.size).toBeGreaterThan(1_000)
  expect([...places].filter(([, paths]) => paths.size > 1)).toEqual([])
})

test('no file has an empty name', () => {
  expect(code.filter(({ path }) => emptyNames.test(basename(path))).map(({ path }) => path)).toEqual([])
})

test('no file names a package registry or a folder of a build machine', () => {
  const machine = /registry\.[a-z]+\.(org|com)|\/(home|Users)\/(?!<)\w+\//
  const named = files.filter(({ text }) => machine.test(text) || (root.split('/').length > 3 && text.includes(root)))
  expect(named.map(({ path }) => path)).toEqual([])
})
