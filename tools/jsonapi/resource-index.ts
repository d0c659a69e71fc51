import { readdirSync } from 'node:fs'

const folder = new URL('../../src/http/jsonapi/resources/', import.meta.url)

/** Renders the list of all resources: one for each file of their folder, which exports it under its own name. */
export function renderResourceIndex(): string {
  const files = readdirSync(folder).filter(
    (name) => name.endsWith('.ts') && name !== 'index.ts' && !name.endsWith('.test.ts'),
  )
  const names = files.sort().map((file) => ({
    file,
    name: file.slice(0, -'.ts'.length).replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()),
  }))
  const imports = names.map(({ file, name }) => `import { ${name} } from './${file}'`)
  return `// Written by npm run generate, from the files of this folder.
import type { Resource } from '../resource.ts'
${imports.join('\n')}

export const resources: readonly Resource[] = [
${names.map(({ name }) => `  ${name},`).join('\n')}
]
`
}
