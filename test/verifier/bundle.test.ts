import { unzipSync, type Zippable, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { verify } from '../../verifier/verify.ts'
import { makeBundles } from './bundles.ts'

const { first, second, trust: text } = await makeBundles()
const [files, others] = [unzipSync(first), unzipSync(second)]
const textOf = (name: string) => Buffer.from(files[name] ?? []).toString()
const judge = async (bytes: Uint8Array) => {
  const { verdict, reasons } = await verify(bytes, text)
  return [verdict, reasons[0]?.code]
}
const judgeWith = (changed: Zippable) => judge(zipSync({ ...files, ...changed }))

test('a bundle proves that the log names its document, and what of it the document alone does not prove', async () => {
  const { proof, document_sha256 } = await verify(first, text)
  expect(JSON.parse(textOf('completed.json')).data.sha256).toBe(document_sha256)
  expect(proof?.completed).toMatchObject({ checkpoint_size: expect.any(Number), witnesses: [] })
  expect(proof?.not_proved.map(({ code }) => code)).not.toContain('file_unnamed')
  const alone = await verify(files['document.pdf'] ?? first, text)
  expect(alone.proof?.completed).toBe(null)
  expect(alone.proof?.not_proved.map(({ code }) => code)).toContain('file_unnamed')
})

test.each<[string, string, Zippable]>([
  ['names another document', 'completed_other', { 'completed.json': others['completed.json'] ?? first }],
  [
    'has the proof of another row',
    'completed_not_in_log',
    { 'completed.tlog-proof': others['completed.tlog-proof'] ?? first },
  ],
  [
    'has another time in its row',
    'completed_not_in_log',
    change('completed.json', /"occurred_at":"2026/, '"occurred_at":"2027'),
  ],
  ['has a row in another form', 'completed_form', change('completed.json', /^\{/, '{ ')],
  ['has a row that is none', 'completed_form', change('completed.json', /^.*$/s, '[]')],
  ['has another leaf', 'completed_not_in_log', change('completed.tlog-proof', /index \d/, 'index 9')],
  [
    'has a proof with words that nothing protects',
    'completed_form',
    change('completed.tlog-proof', /\nindex/, '\nextra YQ==\nindex'),
  ],
  ['has a head that nobody signed', 'checkpoint_signature', change('completed.tlog-proof', /\n(\d+)\n/, '\n9$1\n')],
  ['has the head of another log', 'checkpoint_form', change('completed.tlog-proof', /\/evidence\//, '/evidences/')],
  [
    'has a changed document',
    'file_end',
    { 'document.pdf': Buffer.concat([files['document.pdf'] ?? first, Buffer.from(' ')]) },
  ],
])('a bundle that %s is refused: %s', async (_what, code, changed) => {
  expect(await judgeWith(changed)).toEqual(['refused', code])
})

function change(name: string, from: RegExp, to: string): Zippable {
  const changed = textOf(name).replace(from, to)
  expect(changed).not.toBe(textOf(name))
  return { [name]: Buffer.from(changed) }
}

const filesWithout = (name: string) => Object.fromEntries(Object.entries(files).filter(([one]) => one !== name))
const without = (name: string) => zipSync(filesWithout(name))
const at = first.length - 22
const withByte = (index: number, value: number) => Uint8Array.from(first).fill(value, index, index + 1)
const unreadable: [string, Uint8Array][] = [
  ['without its document', without('document.pdf')],
  ['without its row', without('completed.json')],
  ['without its proof', without('completed.tlog-proof')],
  ['with a comment behind', Buffer.concat([withByte(at + 20, 1), Buffer.from('x')])],
  ['with bytes behind', Buffer.concat([first, Buffer.from('x')])],
  ['that is cut', first.subarray(0, -30)],
  ['that is only a head', first.subarray(0, 22)],
  ['that says it holds more files', withByte(at + 10, 99)],
  ['whose list lies elsewhere', withByte(at + 16, 0)],
]

test.each(unreadable)('a bundle %s is unreadable', async (_what, bytes) => {
  const [verdict] = await judge(bytes)
  expect(verdict).toBe('unreadable')
})

/**
 * The bundle with a changed two-byte number of the document's record: in the directory, in the file's header, or in
 * both.
 */
function patch(ofList: number | null, ofFile: number | null, value: number): Uint8Array {
  const bytes = Buffer.from(zipSync(files))
  const list = bytes.indexOf(Buffer.from('504b0102', 'hex'))
  if (ofList !== null) bytes.writeUInt16LE(value, list + ofList)
  if (ofFile !== null) bytes.writeUInt16LE(value, ofFile)
  return bytes
}

const renamed = (from: string, to: string) =>
  Buffer.from(
    Buffer.from(zipSync({ [from]: first, ...files }))
      .toString('latin1')
      .replaceAll(from, to),
    'latin1',
  )

test.each([
  ['encrypted', patch(8, 6, 1)],
  ['encrypted as only the list says', patch(8, null, 1)],
  ['with its sizes behind the data', patch(8, 6, 8)],
  ['packed in another way', patch(10, 8, 9)],
  ['with a size of ZIP64', patch(20, 18, 0xffff)],
  ['on another disk, with another name in its file', patch(null, 30, 0x2e2e)],
  ['there twice', renamed('documents.pd', 'document.pdf')],
])('a bundle whose document is %s is unreadable', async (_what, bytes) => {
  expect((await judge(bytes))[0]).toBe('unreadable')
})

test('names that lead elsewhere are passed over: nothing of a bundle is written anywhere', async () => {
  const strange = [
    '../document.pdf',
    '/document.pdf',
    'C:\\document.pdf',
    'document.pdf/',
    'Document.pdf',
    'document.pdf ',
  ]
  const more = Object.fromEntries(strange.map((name) => [name, Buffer.from('else')]))
  expect(await judge(zipSync({ ...more, ...files }))).toEqual(['proven', undefined])
  for (const name of strange)
    expect(await judge(zipSync({ [name]: files['document.pdf'] ?? first, ...filesWithout('document.pdf') }))).toEqual([
      'unreadable',
      'bundle_form',
    ])
})

test('data that inflates to more than a bundle may have is not inflated', async () => {
  const bomb = zipSync({ ...files, 'completed.json': [Buffer.alloc(3 * 1_048_576), { level: 9 }] })
  expect(await judge(bomb)).toEqual(['unreadable', 'bundle_form'])
})
