import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const name = 'virtual:mantine.css'
const { resolve } = createRequire(import.meta.url)
const folderOf = (one: string) => dirname(dirname(resolve(`@mantine/${one}`)))
const core = folderOf('core')

/** Gives the app Mantine's styles of the parts that it uses; during development, those of all parts. */
export function mantineStylesPlugin(): Plugin {
  let isBuilt = false
  return {
    name: 'sealane-mantine-styles',
    configResolved({ command }) {
      isBuilt = command === 'build'
    },
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load: (id) => (id === `\0${name}` ? readStyles(isBuilt ? findClasses() : null) : undefined),
  }
}

/** The style sheets of Mantine with one of these classes or without any class, in Mantine's order. Null means all. */
function readStyles(used: ReadonlySet<string> | null): string {
  const whole = readFileSync(join(core, 'styles.css'), 'utf8')
  // The sheet of our theme sets the same variables again.
  const names = readdirSync(join(core, 'styles')).filter(
    (file) => !file.endsWith('.layer.css') && file !== 'default-css-variables.css',
  )
  const sheets = names.map((file) => readFileSync(join(core, 'styles', file), 'utf8').trim())
  const kept = sheets.filter((sheet) => {
    const classes = readClasses(sheet)
    return used === null || classes.length === 0 || classes.some((one) => used.has(one))
  })
  return kept.sort((one, other) => whole.indexOf(one) - whole.indexOf(other)).join('\n')
}

const readClasses = (text: string): string[] => text.match(/\bm_[\da-f]{6,8}\b/g) ?? []

/** The classes of all Mantine parts that the app names, and of the parts inside them. */
function findClasses(): Set<string> {
  const places = readPlaces()
  // Exports of other packages have no styles here.
  const files = new Set(findNames().flatMap((one) => places.get(one) ?? []))
  const classes = new Set<string>()
  // The loop also visits the files that it adds.
  for (const file of files) {
    const source = readFileSync(file, 'utf8')
    for (const one of readClasses(source)) classes.add(one)
    for (const [, path = ''] of source.matchAll(/from "(\.[^"]+)"/g)) files.add(join(dirname(file), path))
  }
  return classes
}

/** The file of each export of Mantine. */
function readPlaces(): Map<string, string> {
  const index = join(core, 'esm/index.mjs')
  const imports = readFileSync(index, 'utf8').matchAll(/import \{(.+?)\} from "(\.[^"]+)"/g)
  return new Map(
    [...imports].flatMap(([, names = '', path = '']) =>
      names.split(',').map((one): [string, string] => [one.trim(), join(dirname(index), path)]),
    ),
  )
}

/** The names of Mantine that the app and Mantine's other packages import. */
function findNames(): string[] {
  const web = fileURLToPath(new URL('../', import.meta.url))
  const folders = [web, ...['charts', 'notifications'].map((one) => join(folderOf(one), 'esm'))]
  const sources = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(tsx?|mjs)$/.test(file) && !file.startsWith('dist'))
      .map((file) => readFileSync(join(folder, file), 'utf8')),
  )
  const imports = sources.flatMap((source) => [...source.matchAll(/import \{([^}]+)\} from ['"]@mantine\/core['"]/g)])
  const named = imports.flatMap(([, names = '']) => names.split(',').map((one) => one.trim()))
  return named.filter((one) => one !== '' && !one.startsWith('type ')).map((one) => one.replace(/ as .*$/, ''))
}
