import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { breakNowhere, frenchFiles } from '../tools/no-break-spaces.ts'

const root = new URL('../', import.meta.url)

test.each([
  ["'Pourquoi ?'", "'Pourquoi\u00a0?'"],
  ["'Pourquoi?'", "'Pourquoi\u00a0?'"],
  ["'Donnez ceci : le nom ; puis signez !'", "'Donnez ceci\u00a0: le nom\u00a0; puis signez\u00a0!'"],
  ["'Donnez ceci: le nom'", "'Donnez ceci\u00a0: le nom'"],
  ["'Le rôle « client » existe.'", "'Le rôle «\u00a0client\u00a0» existe.'"],
  ["'Le rôle «client» existe.'", "'Le rôle «\u00a0client\u00a0» existe.'"],
  [
    `\`« \${name} » : \${a ? \`plus ? \${x}\` : 'un !'}\``,
    `\`«\u00a0\${name}\u00a0»\u00a0: \${a ? \`plus\u00a0? \${x}\` : 'un\u00a0!'}\``,
  ],
])('in the text %s no line begins with a French punctuation mark', (text, mended) => {
  expect(breakNowhere(text)).toBe(mended)
})

test.each([
  ["'À 12:00, https://a.example/?a=1, {{signature:driver}} et Authorization: Bearer'"],
  ["is ? { a: 'b' } : null // pourquoi ? ainsi : « a »"],
  ["/** Pourquoi ? */ a ? 'b' : 'c'"],
])('other characters than French punctuation stay: %s', (source) => {
  expect(breakNowhere(source)).toBe(source)
})

test.each(frenchFiles(root))('%s has no-break spaces where French has them; if not, run: npm run generate', (file) => {
  const lines = readFileSync(new URL(file, root), 'utf8').split('\n')
  const mended = breakNowhere(lines.join('\n')).split('\n')
  expect(lines.filter((line, index) => line !== mended[index])).toEqual([])
})

// French has a space before a colon and English has none, so pages take colons from the texts. HTTP headers are the
// same in both.
test('no page of the app joins words with punctuation that languages space differently', () => {
  const files = globSync('web/**/*.{ts,tsx}', {
    cwd: root,
    exclude: ['web/texts/**', 'web/build/**', 'web/**/*.test.*'],
  })
  const joined = /\$\{(?!name\}: \$\{value\}`)[^}`]*\}[:;!?] ?(\$\{|`)|^\s*\{[\w.[\]]+\}[:;!?] \{|<\/b>[:;!?] /m
  const found = files.filter((file) => joined.test(readFileSync(new URL(file, root), 'utf8')))
  expect([files.length > 100, found]).toEqual([true, []])
})
