import { queryAll } from './database.ts'

/** Each query returns lines about one kind of object of the schema `public`, complete and in a fixed order. */
const questions = {
  columns: `select format('%s.%s %s %s %s %s', table_name, ordinal_position, column_name, data_type, is_nullable,
    coalesce(column_default, generation_expression, '')) as line
    from information_schema.columns where table_schema = 'public'`,
  constraints: `select format('%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as line
    from pg_constraint where connamespace = 'public'::regnamespace`,
  indexes: `select indexdef as line from pg_indexes where schemaname = 'public'`,
  policies: `select format('%s %s %s %s %s %s', tablename, policyname, roles, cmd, qual, with_check) as line
    from pg_policies where schemaname = 'public'`,
  tables: `select format('%s %s %s %s %s', relname, relkind, relrowsecurity, relforcerowsecurity, relacl) as line
    from pg_class where relnamespace = 'public'::regnamespace`,
  functions: `select concat(pg_get_functiondef(oid), proacl) as line from pg_proc
    where pronamespace = 'public'::regnamespace and prokind = 'f'
    and not exists (select from pg_depend where objid = pg_proc.oid and deptype = 'e')`,
  triggers: `select pg_get_triggerdef(oid) as line from pg_trigger where not tgisinternal`,
}

/** Everything that a migration can make, as text. Two databases are equal when their texts are. */
export async function describeSchema(url: string): Promise<Record<string, string>> {
  const answers = await Promise.all(
    Object.entries(questions).map(async ([kind, question]) => {
      const rows = await queryAll(url, `${question} order by 1`)
      return [kind, rows.map((row) => row.line).join('\n')] as const
    }),
  )
  return Object.fromEntries(answers)
}
