import type { Migration } from '../../src/db/migrate.ts'
import type { Column } from './catalogue.ts'
import { shapes, viewColumnsWithoutValue } from './shapes.ts'

const head = '// Written by npm run generate -- row-types, from the tables that migrations/ makes.'

/** Renders the row types: a file for the tables of each migration, one for the views, and an index. */
export function renderRowTypes(columns: readonly Column[], migrations: readonly Migration[]): Record<string, string> {
  const tables = new Map<string, Column[]>()
  for (const column of columns) tables.set(column.table, [...(tables.get(column.table) ?? []), column])
  const files = new Map<string, string[]>()
  for (const [table, [first, ...others]] of tables) {
    const noun = first?.isView ? 'views' : nounOf(table, migrations)
    if (first && noun) files.set(noun, [...(files.get(noun) ?? []), renderTable(table, [first, ...others])])
  }
  const nouns = [...files.keys()].sort()
  return Object.fromEntries([
    ...nouns.map((noun) => [`src/db/tables/${noun}.ts`, renderFile(noun, files.get(noun) ?? [])]),
    ['src/db/tables/index.ts', renderIndex(nouns)],
  ])
}

// `0005_webhooks.sql` is about webhooks. A table without a migration is the migrator's own.
function nounOf(table: string, migrations: readonly Migration[]): string | undefined {
  const making = new RegExp(`create table (if not exists )?${table}\\b`)
  return migrations
    .find(({ sql }) => making.test(sql))
    ?.name.replace(/^\d+_(.*)\.sql$/, '$1')
    .replaceAll('_', '-')
}

function renderFile(noun: string, tables: readonly string[]): string {
  const body = `export type ${typeName(noun)}Tables = {\n${tables.join('\n')}\n}\n`
  const imported = (names: readonly string[], from: string) => {
    const used = names.filter((name) => new RegExp(`\\b${name}\\b`).test(body))
    return used.length > 0 ? writeImport(used, from) : ''
  }
  const kysely = imported(['ColumnType', 'Generated', 'GeneratedAlways', 'JSONColumnType'], 'kysely')
  return `${head}\n${kysely}${imported(shapeNames(), '../shapes.ts')}\n${body}`.replace(/\n\n\n/, '\n\n')
}

function renderIndex(nouns: readonly string[]): string {
  const imports = nouns.map((noun) => `import type { ${typeName(noun)}Tables } from './${noun}.ts'`)
  return [
    head,
    ...imports,
    '',
    '/** The row types of tables and views. Times are Date, uuids are text, bytea is Buffer, jsonb is its value. */',
    `export interface Tables\n  extends ${nouns.map((noun) => `${typeName(noun)}Tables`).join(',\n    ')} {}`,
    '',
  ].join('\n')
}

function typeName(noun: string): string {
  return noun.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

function renderTable(table: string, columns: readonly Column[]): string {
  return `  ${table}: {\n${columns.map(renderColumn).join('')}  }`
}

// A line has at most 120 letters; a longer union has a line for each word.
function renderColumn(column: Column): string {
  const type = typeOf(column)
  const line = `    ${column.name}: ${type}`
  if (line.length <= 120) return `${line}\n`
  return `    ${column.name}:\n${type
    .split(' | ')
    .map((word) => `      | ${word}\n`)
    .join('')}`
}

const types: Readonly<Record<string, string>> = {
  bigint: 'number',
  boolean: 'boolean',
  bytea: 'Buffer',
  'bytea[]': 'Buffer[]',
  'cidr[]': 'string[]',
  integer: 'number',
  jsonb: 'Record<string, unknown>',
  smallint: 'number',
  text: 'string',
  'text[]': 'string[]',
  'timestamp with time zone': 'Date',
  uuid: 'string',
  'uuid[]': 'string[]',
}

function typeOf(column: Column): string {
  const { table, name, type, words, hasDefault, isAlwaysGenerated } = column
  const known =
    shapes[`${table}.${name}`] ?? (words.length > 0 ? words.map((word) => `'${word}'`).join(' | ') : types[type])
  if (!known) throw new Error(`No type is known for ${type}, of ${table}.${name}. Name it in tools/row-types.`)
  const isNullable = column.isView ? viewColumnsWithoutValue.has(`${table}.${name}`) : column.isNullable
  const value = isNullable ? `${known} | null` : known
  if (type === 'jsonb') return jsonType(value, isNullable, hasDefault)
  if (isAlwaysGenerated) return `GeneratedAlways<${value}>`
  return hasDefault ? `Generated<${value}>` : value
}

// It is read as a value and written as text.
function jsonType(value: string, isNullable: boolean, hasDefault: boolean): string {
  if (!isNullable && !hasDefault) return `JSONColumnType<${value}>`
  const written = isNullable ? 'string | null' : 'string'
  return `ColumnType<${value}, ${written} | undefined, ${written}>`
}

function shapeNames(): string[] {
  return [...new Set(Object.values(shapes).flatMap((shape) => shape.match(/^[A-Z]\w+(?=\[\]|$)/) ?? []))].sort()
}

/** One line, or one line for each name where that would be too long for the formatter. */
function writeImport(names: readonly string[], from: string): string {
  const line = `import type { ${names.join(', ')} } from '${from}'\n`
  return line.length <= 121 ? line : `import type {\n${names.map((name) => `  ${name},\n`).join('')}} from '${from}'\n`
}
