import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'

/** Files of core that the signing page runs as well, each after those that it needs. None of them needs a library. */
const files = [
  'visible-text.ts',
  'read-typed.ts',
  'numbers.ts',
  'days.ts',
  'agreements/fields/reading.ts',
  'agreements/fields/shown.ts',
]

/** The rules of fields as a script of the signing page: core's own words without their types. */
export function renderPageRules(): string {
  const parts = files.map((file) => {
    const code = stripTypeScriptTypes(readFileSync(new URL(`../src/core/${file}`, import.meta.url), 'utf8'))
    return code
      .replace(/^import .*\n+/gm, '')
      .replace(/^export (?=function|const)/gm, '')
      .replace(/ +$/gm, '')
      .replace(/\n{3,}/g, '\n\n')
      .trim()
  })
  const head =
    '// Written by `npm run generate` out of src/core: how what is typed is read, and which fields are shown.'
  return `${head}\n${parts.join('\n\n')}\n\nexport { listShown, readAs }\n`
}
