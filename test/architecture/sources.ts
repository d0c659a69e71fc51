import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root: string = fileURLToPath(new URL('../../', import.meta.url))

/** A file of the repository; `path` is relative to the root. */
export type Source = { path: string; text: string }

/** One import or re-export. `target` is a path from the root for our own files, else the name of the library. */
export type Import = { from: string; target: string; ours: boolean; typeOnly: boolean }

const notOurs = /^(node_modules|\.git|\.sealane.*|coverage|test-results|dist|.*\.log)$/
const notText = /\.(png|jpe?g|gif|ico|pdf|woff2?|ttf|otf|gz|zip|p12|der)$/

/**
 * Every text file of the repository below `folder`, except installed packages, generated files and files that git
 * ignores.
 */
export function readSources(folder = root): Source[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (notOurs.test(entry.name)) return []
    if (entry.isDirectory()) return readSources(path)
    if (!entry.isFile() || notText.test(entry.name)) return []
    return [{ path: relative(root, path), text: readFileSync(path, 'utf8') }]
  })
}

/** The files to which the norms apply: TypeScript, and the first file of a start. */
export function isCode({ path }: Source): boolean {
  return path === 'src/main.js' || /^(src|test|bench|web|verifier)\/.*\.tsx?$/.test(path)
}

const statement = /^(?:import|export)\s+([\w\s{},*$]+?)\s+from\s+'([^']+)'/gm
const bare = /(?:^import\s+|\bimport\()'([^']+)'/gm

/** The imports of a file, read from its statements. */
export function readImports({ path, text }: Source): Import[] {
  const named = [...text.matchAll(statement)].map(([, clause = '', target = '']) => ({
    target,
    typeOnly: isTypes(clause),
  }))
  const others = [...text.matchAll(bare)].map(([, target = '']) => ({ target, typeOnly: false }))
  return [...named, ...others].map(({ target, typeOnly }) => {
    return { from: path, target: resolveImport(path, target), ours: target.startsWith('.'), typeOnly }
  })
}

/** The path from the root for a file of ours, or the name of a library. */
export function resolveImport(from: string, target: string): string {
  return target.startsWith('.') ? join(dirname(from), target) : target
}

function isTypes(clause: string): boolean {
  if (/^type\s/.test(clause)) return true
  const names = /^\{(.*)\}$/s
    .exec(clause.trim())?.[1]
    ?.split(',')
    .map((name) => name.trim())
  return names?.filter(Boolean).every((name) => name.startsWith('type ')) ?? false
}

/** Tests and their fixtures may import inner files. */
export function isTest(path: string): boolean {
  return /\.(test|fixture)\.tsx?$/.test(basename(path))
}
