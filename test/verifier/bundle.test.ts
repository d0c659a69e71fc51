import { unzipSync, type Zippable, zipSync } from 'fflate'
import { expect, test, vi } from 'vitest'
import { extendLogs, readTrust } from '../../src/core/evidence/index.ts'
import { bundleSubmission, completeSubmission } from '../../src/core/submissions/index.ts'
import { verify } from '../../verifier/verify.ts'
import { finishing } from '../support/finishing.ts'
import { database, vault } from '../support/organization.ts'
import { goodFields, goodSignature, newIdentified, newSigning } from '../support/signing.ts'

const settings = { timestampRoots: [], witnesses: { witnesses: [], quorum: 0 } }

/** The bundles of two submissions of one organization. */
async function makeBundles() {
  const signing = await newSigning()
  for (const _visitor of [1, 2]) await (await newIdentified(signing)).post('sign', { ...goodFields, ...goodSignature })
  const rows = await signing.ctx.db.selectFrom('submissions').select('id').orderBy('id').execute()
  for (const { id } of rows) await completeSubmission(signing.ctx, finishing, id)
  const parts = { trust: await readTrust(database.system, 'http://localhost', settings), verifier: Buffer.from('//') }
  const log = { db: database.system, vault, now: () => new Date(), host: () => 'sign.example.com' }
  const bundle = async () => {
    await extendLogs(log)
    return Promise.all(rows.map(({ id }) => bundleSubmission(signing.ctx, id, parts)))
  }
  const made = await vi.waitFor(bundle, { timeout: 20_000 })
  const [first = Buffer.alloc(0), second = Buffer.alloc(0)] = made.map(({ bytes }) => bytes)
  return { first, second, trust: JSON.stringify(parts.trust) }
}

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

const without = (name: string) => zipSync(Object.fromEntries(Object.entries(files).filter(([one]) => one !== name)))
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

test('what inflates to more than a bundle holds is not inflated', async () => {
  const bomb = zipSync({ ...files, 'completed.json': [Buffer.alloc(3 * 1_048_576), { level: 9 }] })
  expect(await judge(bomb)).toEqual(['unreadable', 'bundle_form'])
})
