import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const files = globSync('web/**/*.{ts,tsx}', { exclude: (name) => name === 'dist' })
  .map((name) => ({ name, text: readFileSync(name, 'utf8') }))
  .filter(({ name }) => !name.includes('web/dist/') && !name.endsWith('.test.ts'))

const showing = /<ErrorNote|useTellFailure|useDoAtOnce|<FileFaults|<Confirm\b|useApiForm|<FormFrame/
// These files hand the change on to a file that shows the fault.
const handing = ['web/agreements/agreement/use-draft.ts', 'web/app/api.ts', 'web/webhooks/data.ts']

test('every file that changes something shows what went wrong, or hands it to one that does', () => {
  const silent = files.filter(({ text }) => text.includes('useChange(') && !showing.test(text)).map(({ name }) => name)
  expect(silent.filter((name) => !handing.includes(name))).toEqual([])
})

test('what is undone fails aloud: the button of a notice is given by the one part that tells failures', () => {
  const own = files.filter(({ text }) => /\btell\([^;]*\bact:/s.test(text)).map(({ name }) => name)
  expect(own.sort()).toEqual(['web/agreements/pdf/pages.tsx', 'web/parts/do-at-once.ts'])
})
