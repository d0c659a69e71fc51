import { expect, test } from 'vitest'
import { fromHex, isSame, toHex } from '../asn1/bytes.ts'
import { keyOf, keyOfLink } from './ids.ts'
import { proofOf, rootOfAll } from './log.fixture.ts'
import { leafHash, rootOf } from './tree.ts'

const entryAt = (index: number) => `entry ${index}`
const entriesOf = (size: number) => Array.from({ length: size }, (_, index) => entryAt(index))

test('in trees of all sizes up to 40, the proof of each leaf leads to the root only from its own place', async () => {
  for (let size = 1; size <= 40; size++) {
    const entries = entriesOf(size)
    const root = await rootOfAll(entries)
    for (const leaf of new Set([0, 1, 2, size >> 1, size - 2, size - 1].filter((one) => one >= 0 && one < size))) {
      const [hash, proof] = [await leafHash(Buffer.from(entryAt(leaf))), await proofOf(leaf, entries)]
      expect(isSame((await rootOf(hash, { leaf, size }, proof)) ?? new Uint8Array(), root)).toBe(true)
      const beside = await rootOf(hash, { leaf: leaf ^ 1, size }, proof)
      expect(size > 1 && beside !== null && isSame(beside, root)).toBe(false)
    }
  }
})

test('the tree of the published known answers has the published root', async () => {
  const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
  const hashes = await Promise.all(inputs.map((input) => leafHash(fromHex(input))))
  const level = async (nodes: Uint8Array[]): Promise<Uint8Array[]> =>
    Promise.all(
      Array.from({ length: nodes.length / 2 }, async (_, at) => {
        const [left = new Uint8Array(), right = new Uint8Array()] = nodes.slice(at * 2, at * 2 + 2)
        return (await rootOf(left, { leaf: 0, size: 2 }, [right])) ?? new Uint8Array()
      }),
    )
  const [root = new Uint8Array()] = await level(await level(await level(hashes)))
  expect(toHex(root)).toBe('5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328')
})

test.each([
  ['ORG-019ac0ffee007000800000000000000a', '019ac0ff-ee00-7000-8000-00000000000a'],
  ['AGREE-019ac0ffee00', null],
  ['ORG-019AC0FFEE007000800000000000000A', null],
])('the id %s is of the key %s', (id, key) => {
  expect(keyOf(id)).toBe(key)
})

test('the id of a link is a number of base 57', () => {
  expect(keyOfLink(`${'2'.repeat(20)}32`)).toBe('00000000-0000-0000-0000-000000000039')
  expect(keyOfLink('2'.repeat(21))).toBe(null)
  expect(keyOfLink(`${'2'.repeat(21)}0`)).toBe(null)
})
