import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root: string = fileURLToPath(new URL('../../', import.meta.url))

/** A file of the repository; `path` is relative to the root. */
export type Source = { path: string; text: string }

/**
 * One import or re-export. `target` is a path from the root for our own files, else the name of the library. `isLate` when it is
 * loaded with its first use.
 */
export type Import = { from: string; target: string; ours: boolean; typeOnly: boolean; isLate: boolean }

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
    isLate: false,
  }))
  const others = [...text.matchAll(bare)].map(([words, target = '']) => ({
    target,
    typeOnly: false,
    isLate: words.startsWith('import('),
  }))
  return [...named, ...others].map(({ target, ...kind }) => {
    return { from: path, target: resolveImport(path, target), ours: target.startsWith('.'), ...kind }
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

/** What is loaded when these files are: our own files and libraries, without what is loaded with its first use. */
export function findLoaded(begin: string[], all: Source[]): Set<string> {
  const texts = new Map(all.map((source) => [source.path, source]))
  const loaded = new Set(begin)
  for (const path of loaded) {
    const source = texts.get(path)
    for (const { target, typeOnly, isLate } of source ? readImports(source) : [])
      if (!typeOnly && !isLate) loaded.add(target)
  }
  return loaded
}

/** Tests and their fixtures may import inner files. */
export function isTest(path: string): boolean {
  return /\.(test|fixture)\.tsx?$/.test(basename(path))
}
