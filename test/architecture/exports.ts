import { isTest, resolveImport, type Source } from './sources.ts'

/**
 * An export of a file, declared or passed on. `own` is its name in that file, and `importers` are the files that import
 * it.
 */
type Export = {
  path: string
  name: string
  own: string
  isDeclared: boolean
  isUsedInside: boolean
  importers: string[]
}

const declared = /^export (?:declare )?(?:async )?(?:function\*?|const|let|class|type) +(\w+)/gm
const list = /^export (?:type )?\{([^}]*)\}(?: from '([^']+)')?/gm
const clause = /^(?:import|export)\s+(?:type\s+)?(\*(?= )|[\w\s{},$]+?)(?:\s+as\s+\w+)?\s+from\s+'([^']+)'/gm
const dynamic = /\bimport\(\s*'([^']+)'/g

/**
 * Every export of the files, declared or passed on. A file that is imported as a whole has all its exports imported.
 */
export function readExports(files: Source[]): Export[] {
  const importers = new Map<string, Set<string>>()
  for (const file of files) {
    for (const key of importsOf(file)) importers.set(key, (importers.get(key) ?? new Set()).add(file.path))
  }
  const of = (path: string, name: string) => [
    ...(importers.get(`${path} ${name}`) ?? []),
    ...(importers.get(`${path} *`) ?? []),
  ]
  return files.flatMap(({ path, text }) =>
    namesOf(text).map(({ name, own, isDeclared }) => ({
      path,
      name,
      own,
      isDeclared,
      isUsedInside: (text.match(new RegExp(`\\b${name}\\b`, 'g')) ?? []).length > 1,
      importers: of(path, name),
    })),
  )
}

/** The exports that only tests use. An index may pass on an export that only tests import. */
export function findForTests(exports: Export[]): string[] {
  const isWanted = ({ path, name, isUsedInside, importers }: Export): boolean =>
    isUsedInside ||
    importers.some((from) => {
      const again = from === path ? undefined : exports.find((one) => one.path === from && one.own === name)
      return again ? isWanted(again) : !isOfTests(from)
    })
  const declared = exports.filter(({ path, isDeclared }) => isDeclared && !isOfTests(path))
  return declared.filter((one) => !isWanted(one)).map(({ path, name }) => `${path} ${name}`)
}

const isOfTests = (path: string) => isTest(path) || /^(test|bench|tools)\//.test(path)

function namesOf(text: string): Pick<Export, 'name' | 'own' | 'isDeclared'>[] {
  const own = [...text.matchAll(declared)].map(([, name = '']) => ({ name, own: name, isDeclared: true }))
  const passedOn = [...text.matchAll(list)].flatMap(([, names = '', from]) =>
    split(names).map(([own, name]) => ({ name, own, isDeclared: from === undefined })),
  )
  return [...own, ...passedOn]
}

/** The imports and passed-on exports of a file, each as `path name`. */
function importsOf({ path, text }: Source): string[] {
  const whole = [...text.matchAll(dynamic)].map(([, target = '']) => `${resolveImport(path, target)} *`)
  const named = [...text.matchAll(clause)].flatMap(([, names = '', target = '']) => {
    if (names === '*') return [`${resolveImport(path, target)} *`]
    const inBraces = /\{([^}]*)\}/.exec(names)?.[1] ?? ''
    return split(inBraces).map(([name]) => `${resolveImport(path, target)} ${name}`)
  })
  return [...whole, ...named]
}

/** `type a, b as c` as [[a, a], [b, c]]. */
function split(names: string): [name: string, as: string][] {
  return names
    .split(',')
    .map((name) => name.trim().replace(/^type /, ''))
    .filter(Boolean)
    .map((name) => {
      const [own = '', as = own] = name.split(' as ')
      return [own, as]
    })
}
