import type { Generated } from 'kysely'

export type InstallationTables = {
  installation: { only_one: Generated<boolean>; master_key_check: Buffer }
  probes: { organization_id: string; written_at: Date }
}
