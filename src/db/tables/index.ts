// Written by npm run generate -- row-types, from the tables that migrations/ makes.
import type { AgreementsTables } from './agreements.ts'
import type { AuditTables } from './audit.ts'
import type { PeopleTables } from './people.ts'
import type { ServerTables } from './server.ts'
import type { SubmissionsTables } from './submissions.ts'
import type { VerificationsTables } from './verifications.ts'
import type { ViewsTables } from './views.ts'
import type { WebhooksTables } from './webhooks.ts'

/** The row types of tables and views. Times are Date, uuids are text, bytea is Buffer, jsonb is its value. */
export interface Tables
  extends AgreementsTables,
    AuditTables,
    PeopleTables,
    ServerTables,
    SubmissionsTables,
    VerificationsTables,
    ViewsTables,
    WebhooksTables {}
