import { readFileSync } from 'node:fs'
import { unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { SealRequest } from '../../src/core/evidence/index.ts'
import { verify } from '../../verifier/verify.ts'
import { finishing } from '../support/finishing.ts'
import { keptProof } from './operator/forge.ts'
import { ways } from './operator/ways.ts'
import { buildWorld, findAfter } from './operator/world.ts'

const world = await buildWorld()

/** The finders of each way, as docs/evidence.md has them. */
const text = readFileSync(new URL('../../docs/evidence.md', import.meta.url), 'utf8')
const [, section = ''] = text.split('| what they do | what finds it |')
const rows = [...(section.split('\n\n')[0] ?? '').matchAll(/^\| (?!---)(.+?) \| (.+?) \|$/gm)]
const named = new Map(rows.map(([, way = '', finders = '']) => [way, finders.split(', ').sort()]))

test('nobody finds anything in untouched history', async () => {
  expect(await findAfter(world, async () => {})).toEqual([])
})

test('docs/evidence.md names every way that is tried, and no other', () => {
  expect([...named.keys()].sort()).toEqual(Object.keys(ways).sort())
})

test.each(Object.entries(ways))(
  'whoever %s is found by exactly those that docs/evidence.md names',
  async (way, tamper) => {
    expect(await findAfter(world, tamper)).toEqual(named.get(way))
  },
)

const sealOther = ({ first, second }: typeof world, prove?: SealRequest['prove']) =>
  finishing.prover.seal({
    pdf: second.pdf,
    evidence: first.evidence,
    name: 'Whoever holds the keys',
    reason: 'forged',
    ...(prove && { prove }),
  })

test('other pages that our own key seals over the same evidence are refused, without a proof of the pages and with that of the true ones', async () => {
  const codesOf = async (prove?: SealRequest['prove']) =>
    (await verify((await sealOther(world, prove)).bytes, world.trust)).reasons.map(({ code }) => code)
  expect(await codesOf()).toEqual(['content_missing'])
  expect(await codesOf(keptProof(world))).toEqual(['content_other'])
})

test('for a trust file from before pages were logged, such a document says that its pages may be others, and its bundle refuses them', async () => {
  const { content_from: _, ...before } = JSON.parse(world.trust)
  const { bytes } = await sealOther(world)
  const { proof } = await verify(bytes, JSON.stringify(before))
  expect(proof?.not_proved.map(({ code }) => code)).toContain('pages_unlogged')
  const [, bundle = new Uint8Array()] = world.kept
  expect((await verify(bundle, world.trust)).verdict).toBe('proven')
  const forged = zipSync({ ...unzipSync(bundle), 'document.pdf': bytes })
  expect((await verify(forged, JSON.stringify(before))).reasons).toMatchObject([{ code: 'completed_other' }])
})
