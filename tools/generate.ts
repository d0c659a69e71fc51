// Writes every committed file that is made from what serves: npm run generate
import { readFile, writeFile } from 'node:fs/promises'
import { generatedFiles } from './generated.ts'

const root = new URL('../', import.meta.url)

for (const [name, render] of Object.entries(generatedFiles)) {
  const [before, after] = [await readFile(new URL(name, root), 'utf8').catch(() => ''), render()]
  if (before !== after) await writeFile(new URL(name, root), after)
  console.log(`${before === after ? 'the same ' : 'written  '} ${name}`)
}
