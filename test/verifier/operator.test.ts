import { readFileSync } from 'node:fs'
import { unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { verify } from '../../verifier/verify.ts'
import { finishing } from '../support/finishing.ts'
import { ways } from './operator/ways.ts'
import { buildWorld, findAfter } from './operator/world.ts'

const world = await buildWorld()

/** Who finds which way, as docs/evidence.md says. */
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

test('other pages that our own key seals over the same evidence: the document alone says that they may be so, and its bundle refuses them', async () => {
  const { first, second, kept, trust } = world
  const [, bundle = new Uint8Array()] = kept
  const request = { pdf: first.pdf, evidence: second.evidence, name: 'Whoever holds the keys', reason: 'forged' }
  const { bytes } = await finishing.prover.seal(request)
  const { proof } = await verify(bytes, trust)
  expect(proof?.not_proved.map(({ code }) => code)).toContain('file_unnamed')
  const forged = zipSync({ ...unzipSync(bundle), 'document.pdf': bytes })
  expect((await verify(bundle, trust)).verdict).toBe('proven')
  expect((await verify(forged, trust)).reasons).toMatchObject([{ code: 'completed_other' }])
})
