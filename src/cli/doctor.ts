import { sql } from 'kysely'
import { createLog } from '../app.ts'
import { readConfig, settings } from '../config.ts'
import { openCore } from '../store.ts'
import type { Command } from './index.ts'

export const command: Command = {
  about: 'Print every setting with its value in force, and check what the server needs.',
  usage: 'doctor',
  async run() {
    const config: Record<string, unknown> = readConfig()
    for (const [name, setting] of Object.entries(settings)) {
      const value = config[name]
      const shown =
        setting.secret && value ? '(set, not shown)' : Array.isArray(value) ? value.join(', ') : String(value ?? '')
      process.stdout.write(`${setting.variable.padEnd(22)} ${(shown || '-').padEnd(28)} ${setting.about}\n`)
    }
    process.stdout.write(`\nNode ${process.version}\n`)
    const core = await openCore(readConfig(), createLog({ logLevel: 'warn' }))
    try {
      const { rows } = await sql<{ version: string; superuser: boolean }>`
        select current_setting('server_version') as version, rolsuper as superuser from pg_roles where rolname = current_user`.execute(
        core.database.system,
      )
      const { rows: who } = await sql<{ role: string }>`select current_user as role`.execute(
        core.database.forOrganization('00000000-0000-7000-8000-000000000000'),
      )
      process.stdout.write(`PostgreSQL ${rows[0]?.version}: answers, migrated; tenants run as ${who[0]?.role}\n`)
      if (rows[0]?.superuser)
        process.stdout.write('Warning: the database user is a superuser. Give Sealane a plain user.\n')
      const failed = await core.failedJobs.list()
      if (failed.length > 0)
        process.stdout.write(
          `Warning: ${failed.length} jobs failed for good or were set aside: npm run -s sealane -- jobs list\n`,
        )
    } finally {
      await core.close()
    }
    process.stdout.write('All is well.\n')
    return 0
  },
}
