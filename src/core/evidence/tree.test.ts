import { hash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isIncluded } from './tree.fixture.ts'
import {
  consistencyProof,
  emptyRoot,
  inclusionProof,
  isConsistent,
  leafHash,
  nodeHash,
  type ReadNode,
  rootOf,
} from './tree.ts'

// RFC 6962, section 2.1, written down literally and without the code under test.
function plainRoot(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) return hash('sha256', '', 'buffer')
  if (leaves.length === 1) return leaves[0] ?? Buffer.alloc(0)
  let k = 1
  while (k * 2 < leaves.length) k *= 2
  return nodeHash(plainRoot(leaves.slice(0, k)), plainRoot(leaves.slice(k)))
}

const readerOf =
  (leaves: readonly Buffer[]): ReadNode =>
  async (height, index) =>
    plainRoot(leaves.slice(index * 2 ** height, (index + 1) * 2 ** height))

const known = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

test.each(roots.map((root, size) => [size, root] as const))(
  'the known tree of %d leaves has its known root',
  async (size, root) => {
    const leaves = known.slice(0, size).map((hex) => leafHash(Buffer.from(hex, 'hex')))
    expect((await rootOf(size, readerOf(leaves))).toString('hex')).toBe(root)
  },
)

test('the empty tree has the hash of nothing', () => {
  expect(emptyRoot.toString('hex')).toBe(roots[0])
})

const sizes = fc.integer({ min: 1, max: 70 }).chain((size) => fc.tuple(fc.constant(size), fc.nat(size - 1)))
const leavesOf = (size: number) => Array.from({ length: size }, (_, at) => leafHash(Buffer.from(`leaf ${at}`)))

test('every leaf has a proof for its own place in the tree, and for no other', async () => {
  await fc.assert(
    fc.asyncProperty(sizes, async ([size, leaf]) => {
      const leaves = leavesOf(size)
      const root = plainRoot(leaves)
      const proof = await inclusionProof(leaf, size, readerOf(leaves))
      const own = leaves[leaf] ?? Buffer.alloc(0)
      expect(isIncluded(own, leaf, size, proof, root)).toBe(true)
      for (let other = -1; other <= size; other++)
        if (other !== leaf) expect(isIncluded(own, other, size, proof, root)).toBe(false)
      expect(isIncluded(leafHash(Buffer.from('other')), leaf, size, proof, root)).toBe(false)
      expect(isIncluded(own, leaf, size, [...proof, root], root)).toBe(false)
      expect(isIncluded(own, leaf, size, proof.slice(1), root)).toBe(size === 1)
    }),
    { numRuns: 60 },
  )
})

test('every tree has a proof that it extends each older one, and no other', async () => {
  await fc.assert(
    fc.asyncProperty(sizes, async ([size, before]) => {
      const leaves = leavesOf(size)
      const older = { size: before + 1, root: plainRoot(leaves.slice(0, before + 1)) }
      const newer = { size, root: plainRoot(leaves) }
      const proof = await consistencyProof(older.size, size, readerOf(leaves))
      expect(isConsistent(older, newer, proof)).toBe(true)
      const forged = plainRoot(leaves.slice(0, before + 1).map((leaf, at) => (at === before ? leafHash(leaf) : leaf)))
      expect(isConsistent({ ...older, root: forged }, newer, proof)).toBe(false)
      expect(isConsistent(newer, older, proof)).toBe(size === older.size)
      if (proof.length > 0) expect(isConsistent(older, newer, proof.slice(1))).toBe(false)
    }),
    { numRuns: 60 },
  )
})
