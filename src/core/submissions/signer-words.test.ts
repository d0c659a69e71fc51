import { expect, test } from 'vitest'
import { goodFields, goodSignature, newSigning } from '../../../test/support/signing.ts'
import { listSigners } from './index.ts'

async function signedBy(name: string, email: string) {
  const signing = await newSigning()
  const visitor = signing.visit()
  await visitor.get()
  await visitor.post('identify', { name, email, electronic_records: 'true' })
  await visitor.post('sign', { ...goodFields, ...goodSignature })
  const find = async (field: 'name' | 'email', contains: string) =>
    (await listSigners(signing.ctx, { filters: [{ field, contains }] })).total
  return { ...signing, find }
}

test.each([
  ['name', 'zoe', 1],
  ['name', 'ŁUKASIEWICZ', 1],
  ['name', 'Łukasiewicz zoë', 1],
  ['name', 'zoë smith', 0],
  ['name', 'zo', 0],
  ['name', '--', 0],
  ['email', 'zoe@mail.example.org', 1],
  ['email', 'example.org', 1],
  ['email', 'Zoë', 1],
  ['email', 'łukasiewicz', 0],
] as const)('signers are found by the whole words of a %s: %s finds %i', async (field, text, found) => {
  const { find } = await signedBy('Zoë Łukasiewicz', 'zoe@mail.example.org')
  expect(await find(field, text)).toBe(found)
})

test('the words by which a signer is found are unreadable in the database', async () => {
  const { ctx } = await signedBy('Zoë Quillfeather', 'zoe@mail.example.org')
  const rows = JSON.stringify(await ctx.db.selectFrom('signer_words').selectAll().execute())
  expect(rows).not.toMatch(/quill|zoe|example/i)
})
