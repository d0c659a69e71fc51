import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { newContext } from '../../test/support/organization.ts'
import { simpleAgreement as simple } from '../../test/support/signing.ts'
import { createAgreement, listAgreements } from './agreements/index.ts'
import { foldText } from './fold.ts'

// Every character that has a case or a compatibility form.
const letters = Array.from({ length: 0x1_f000 }, (_, code) => code)
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCodePoint(code))
  .filter((letter) => letter !== '\0' && /\p{Assigned}/u.test(letter) && foldText(letter) !== letter)

test('letters that core folds alike are folded alike by the database, as far as its Unicode knows them', async () => {
  const ctx = await newContext()
  const forms = letters.map((letter) => foldText(letter))
  const { rows } = await sql<{ letter: string; isAlike: boolean }>`
    select letter, fold_text(letter) = fold_text(form) as "isAlike"
    from unnest(${letters}::text[], ${forms}::text[]) as pair (letter, form)
    where unicode_assigned(letter)`.execute(ctx.db)
  expect(rows.length).toBeGreaterThan(5_000)
  expect(rows.filter(({ isAlike }) => !isAlike)).toEqual([])
})

test('all cases and forms of a letter fold to one', () => {
  const forms = (letter: string) => [
    letter.toUpperCase(),
    letter.toLowerCase(),
    letter.normalize('NFD'),
    foldText(letter),
  ]
  const apart = letters.filter((letter) => forms(letter).some((form) => foldText(form) !== foldText(letter)))
  expect(apart).toEqual([])
})

test.each([
  ['Cafe\u0301', 'CAFÉ'],
  ['Café', 'cafe\u0301'],
  ['ΟΔΟΣ', 'οδος'],
  ['οδός', 'ΟΔΌΣ'],
  ['Große Straße', 'STRASSE'],
  ['GROSSE', 'große'],
  ['GROẞE', 'grosse'],
  ['İstanbul', 'istanbul'],
  ['ISPARTA', 'ısparta'],
  ['Ｌｅａｓｅ', 'lease'],
  ['ﬁnance', 'FINANCE'],
  ['한글', '한글'.normalize('NFD')],
  ['100％', '100%'],
])('%s is found by %s, and stays as it was sent', async (title, asked) => {
  const ctx = await newContext()
  await createAgreement(ctx, { ...simple, title })
  const { items } = await listAgreements(ctx, { filters: [{ field: 'title', contains: asked }] })
  expect(items.map((item) => item.title)).toEqual([title])
})

test.each(['%', '_', '\\', 'café'])('a search for %s finds exactly that text', async (asked) => {
  const ctx = await newContext()
  await createAgreement(ctx, { ...simple, title: 'Cafe' })
  expect((await listAgreements(ctx, { filters: [{ field: 'title', contains: asked }] })).total).toBe(0)
})
