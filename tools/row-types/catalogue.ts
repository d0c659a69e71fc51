import pg from 'pg'

/** A column of the database's catalogue. */
export type Column = {
  table: string
  isView: boolean
  name: string
  type: string
  isNullable: boolean
  hasDefault: boolean
  isAlwaysGenerated: boolean
  /** The words that a check allows, if it names them. */
  words: string[]
}

const question = `
  select c.relname as "table", c.relkind = 'v' as "isView", a.attname as name, format_type(a.atttypid, null) as type,
    not a.attnotnull as "isNullable", a.atthasdef or a.attidentity <> '' as "hasDefault",
    a.attgenerated <> '' or a.attidentity = 'a' as "isAlwaysGenerated",
    array(select pg_get_constraintdef(oid) from pg_constraint
      where conrelid = c.oid and contype = 'c' and conkey = array[a.attnum]) as checks
  from pg_class c join pg_attribute a on a.attrelid = c.oid
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v') and not c.relispartition
    and a.attnum > 0 and not a.attisdropped
  order by c.relname, a.attnum`

/** All columns of our tables, in the order of the tables. */
export async function readColumns(url: string): Promise<Column[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<Omit<Column, 'words'> & { checks: string[] }>(question)
    return rows.map(({ checks, ...column }) => ({ ...column, words: checks.flatMap(wordsOf) }))
  } finally {
    await client.end()
  }
}

// `CHECK ((state = ANY (ARRAY['a'::text, 'b'::text])))`, or `CHECK ((kind = 'a'::text))`
function wordsOf(check: string): string[] {
  const list = /^CHECK \(\(\w+ = (?:ANY \(ARRAY\[(.*)\]\)|('[^']*'::text))\)\)$/.exec(check)
  return [...(list?.[1] ?? list?.[2] ?? '').matchAll(/'([^']*)'::text/g)].map(([, word = '']) => word)
}
