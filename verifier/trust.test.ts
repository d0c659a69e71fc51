import { expect, test } from 'vitest'
import { newSigner } from './evidence/log.fixture.ts'
import { isEachMemberOnce } from './evidence/members.ts'
import { newWorld, type TestTrust } from './evidence/world.fixture.ts'
import { readTrust } from './trust.ts'

const { trust } = await newWorld({ witnesses: 2, quorum: 1 })
const change = (edit: (copy: TestTrust) => unknown) => {
  const copy = structuredClone(trust)
  edit(copy)
  return readTrust(JSON.stringify(copy))
}
const first = <T>(all: readonly T[]): T => all[0] ?? Object(null)

test('a trust file names whom to trust', async () => {
  const read = await readTrust(`${JSON.stringify(trust, null, 2)}\n`)
  expect(read).toMatchObject({ origin: 'acme.example', quorum: 1, logs: [{ keys: [{ until: null }] }] })
  expect(read.witnesses.map(({ name }) => name)).toEqual(['witness-0.example', 'witness-1.example'])
})

test.each<[string, (copy: TestTrust) => unknown]>([
  ['of another version', (copy) => (copy.version = 2)],
  ['with a member more', (copy) => Object.assign(copy, { extra: 1 })],
  ['with a member less', (copy) => Reflect.deleteProperty(copy, 'quorum')],
  ['with a root that is no PEM', (copy) => copy.seal_roots.push('root')],
  [
    'with a root that is no certificate',
    (copy) => copy.timestamp_roots.push('-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'),
  ],
  ['with a log twice', (copy) => copy.logs.push(first(copy.logs))],
  ['with a witness twice', (copy) => copy.witnesses.push(first(copy.witnesses))],
  ['that asks for more witnesses than it names', (copy) => (copy.quorum = 3)],
  ['with half a witness', (copy) => (copy.quorum = 0.5)],
  ['with a quorum below zero', (copy) => (copy.quorum = -1)],
  ['with a key of another log', (copy) => (first(copy.logs).origin += 'x')],
  [
    'with a key whose id is not its own',
    (copy) =>
      (first(first(copy.logs).keys).vkey = first(first(copy.logs).keys).vkey.replace(/\+[\da-f]{8}\+/, '+00000000+')),
  ],
  ['with a time in another zone', (copy) => (first(first(copy.logs).keys).from = '2026-01-01T00:00:00+01:00')],
  ['with a day that is none', (copy) => (first(first(copy.logs).keys).until = '2026-02-30T00:00:00.000Z')],
  ['with a witness under another name', (copy) => (first(copy.witnesses).name = 'else')],
])('a trust file %s is refused', async (_what, edit) => {
  await expect(change(edit)).rejects.toMatchObject({ code: 'trust_form' })
})

test('a key of a log cannot be a key of a witness, and the other way round', async () => {
  const [noter, witness] = [await newSigner('n.example', 1), await newSigner(trust.logs[0]?.origin ?? '', 4)]
  await expect(change((copy) => copy.witnesses.push(noter))).rejects.toMatchObject({ code: 'trust_form' })
  await expect(change((copy) => Object.assign(first(first(copy.logs).keys), witness))).rejects.toMatchObject({
    code: 'trust_form',
  })
})

const text = JSON.stringify(trust)
const [deep, closed] = ['['.repeat(200_000), ']'.repeat(200_000)]
test.each([
  ['a member twice', text.replace('"version":1', '"version":1,"version":1')],
  ['a quorum twice', text.replace('"quorum":1', '"quorum":2,"quorum":1')],
  ['a prototype', text.replace('{"', '{"__proto__":{"x":1},"')],
  ['a mark of the order of bytes', `\ufeff${text}`],
  ['only depth', deep + closed],
  ['depth within', text.replace('"quorum":1', `"quorum":${deep}${closed}`)],
  [
    'a root without end',
    text.replace(
      '"seal_roots":[',
      `"seal_roots":["-----BEGIN CERTIFICATE-----\\n${'A'.repeat(8_000_000)}\\n-----END CERTIFICATE-----\\n",`,
    ),
  ],
])('a trust file with %s is refused in words', async (_what, hostile) => {
  expect(hostile).not.toBe(text)
  await expect(readTrust(hostile)).rejects.toMatchObject({ code: 'trust_form' })
})

test('colons and quotes within texts are no members', async () => {
  const named = text.replaceAll('acme.example', 'acme.example:8\\"443')
  await expect(readTrust(named)).rejects.toMatchObject({ code: 'trust_form' })
  expect(isEachMemberOnce('{"a:":"b\\":{}","c":{"d":[1,":"]}}', { 'a:': 'b":{}', c: { d: [1, ':'] } })).toBe(true)
})

test.each(['', '{', 'null', '[]', '"x"'])('%j is refused as a trust file', async (text) => {
  await expect(readTrust(text)).rejects.toMatchObject({ code: 'trust_form' })
})
