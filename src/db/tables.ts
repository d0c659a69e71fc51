import type { AccountTables } from './tables-accounts.ts'
import type { ActionTables } from './tables-actions.ts'
import type { AgreementTables } from './tables-agreements.ts'
import type { IdempotencyTables } from './tables-idempotency.ts'
import type { InstallationTables } from './tables-installation.ts'
import type { VerificationTables } from './tables-verifications.ts'
import type { WebhookTables } from './tables-webhooks.ts'

/** Row types of migrations/, one file per area. Times are Date, uuids are text, bytea is Buffer, jsonb is its value. */
export interface Tables
  extends AccountTables,
    ActionTables,
    AgreementTables,
    IdempotencyTables,
    InstallationTables,
    VerificationTables,
    WebhookTables {}
export type * from './tables-accounts.ts'
export type { ActionTables } from './tables-actions.ts'
export type * from './tables-agreements.ts'
export type * from './tables-idempotency.ts'
export type * from './tables-installation.ts'
export type * from './tables-verifications.ts'
export type * from './tables-webhooks.ts'
