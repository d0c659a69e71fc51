// Writes the committed files that are made from the serving code, and the no-break spaces of French: npm run generate
// With `row-types`, the types of rows that are made from migrations/: npm run generate -- row-types
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { renderResourceIndex } from './jsonapi/resource-index.ts'
import { breakNowhere, frenchFiles } from './no-break-spaces.ts'
import { buildRowTypes } from './row-types/index.ts'

const root = new URL('../', import.meta.url)
const tables = new URL('src/db/tables/', root)

if (process.argv.includes('row-types')) await writeRowTypes()
else await writeFiles()

// The list of resources comes first, since what describes them is loaded with it.
async function writeFiles(): Promise<void> {
  await write('src/http/jsonapi/resources/index.ts', renderResourceIndex())
  const { generatedFiles } = await import('./generated.ts')
  for (const name of frenchFiles(root)) await write(name, breakNowhere(await readFile(new URL(name, root), 'utf8')))
  for (const [name, render] of Object.entries(generatedFiles)) await write(name, await render())
}

async function writeRowTypes(): Promise<void> {
  const files = await buildRowTypes()
  for (const [name, text] of Object.entries(files)) await write(name, text)
  const old = (await readdir(tables)).filter((file) => !Object.hasOwn(files, `src/db/tables/${file}`))
  for (const file of old) await rm(new URL(file, tables))
}

async function write(name: string, after: string): Promise<void> {
  const before = await readFile(new URL(name, root), 'utf8').catch(() => '')
  if (before !== after) await writeFile(new URL(name, root), after)
  console.log(`${before === after ? 'the same ' : 'written  '} ${name}`)
}
