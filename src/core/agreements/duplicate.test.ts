import { expect, test } from 'vitest'
import { newContext } from '../../../test/support/organization.ts'
import { simpleAgreement } from '../../../test/support/signing.ts'
import { duplicateAgreement } from './duplicate.ts'
import { createAgreement, listAgreements, updateAgreement } from './index.ts'

test('a copy has the newest version, the tags and the retention of the original, and does not follow its changes', async () => {
  const ctx = await newContext()
  const { id } = await createAgreement(ctx, { ...simpleAgreement, tags: ['Lease'], documentRetentionDays: 9 })
  const newest = await updateAgreement(ctx, id, { source: `${simpleAgreement.source}\n\nMore.` })
  const copy = await duplicateAgreement(ctx, id)
  await updateAgreement(ctx, id, { title: 'Other', tags: [] })
  const { source, fields } = newest
  const title = `${simpleAgreement.title} (copy)`
  expect(copy).toMatchObject({
    title,
    source,
    fields,
    version: 1,
    tags: ['Lease'],
    documentRetentionDays: 9,
    copyOf: id,
  })
})

test('the given members of a copy replace those of the original', async () => {
  const ctx = await newContext()
  const { id } = await createAgreement(ctx, { ...simpleAgreement, tags: ['Lease'] })
  const copy = await duplicateAgreement(ctx, id, { title: 'Mine', tags: ['Draft'] })
  expect(copy).toMatchObject({ title: 'Mine', tags: ['Draft'] })
})

test('tags make no version, are stored once each, and find agreements in any case', async () => {
  const ctx = await newContext()
  const { id } = await createAgreement(ctx, simpleAgreement)
  const tagged = await updateAgreement(ctx, id, { tags: [' Lease ', 'lease', 'Été'] })
  expect([tagged.version, tagged.tags]).toEqual([1, ['Lease', 'Été']])
  for (const [tag, count] of [
    ['LEASE', 1],
    ['été', 1],
    ['leas', 0],
  ] as const)
    expect((await listAgreements(ctx, { filters: [{ field: 'tags', oneOf: [tag] }] })).items).toHaveLength(count)
})

test.each([
  ['a comma', ['a,b'], 'tags/0 tag_comma'],
  ['nothing', [' '], 'tags/0 required'],
  ['too many letters', ['x'.repeat(51)], 'tags/0 max_length'],
  ['too many tags', Array.from({ length: 21 }, (_, index) => `t${index}`), 'tags max_items'],
])('a tag of %s is refused', async (_, tags, fault) => {
  const refusal = createAgreement(await newContext(), { ...simpleAgreement, tags })
  const told = await refusal.then(
    () => [],
    ({ faults }) => faults,
  )
  expect(told.map(({ path, code }: { path: string[]; code: string }) => `${path.join('/')} ${code}`)).toEqual([fault])
})
