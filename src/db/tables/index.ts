// Written by npm run generate -- row-types, from the tables that migrations/ makes.
import type { AgreementsTables } from './agreements.ts'
import type { ApiRequestsTables } from './api-requests.ts'
import type { AuditTables } from './audit.ts'
import type { BulkSendsTables } from './bulk-sends.ts'
import type { EvidenceTables } from './evidence.ts'
import type { PdfSourcesTables } from './pdf-sources.ts'
import type { PeopleTables } from './people.ts'
import type { RemindersTables } from './reminders.ts'
import type { ServerTables } from './server.ts'
import type { SubmissionsTables } from './submissions.ts'
import type { UsedCodesTables } from './used-codes.ts'
import type { VerificationsTables } from './verifications.ts'
import type { ViewsTables } from './views.ts'
import type { WaysInTables } from './ways-in.ts'
import type { WebhooksTables } from './webhooks.ts'

/** The row types of tables and views. Times are Date, uuids are text, bytea is Buffer, jsonb is its value. */
export interface Tables
  extends AgreementsTables,
    ApiRequestsTables,
    AuditTables,
    BulkSendsTables,
    EvidenceTables,
    PdfSourcesTables,
    PeopleTables,
    RemindersTables,
    ServerTables,
    SubmissionsTables,
    UsedCodesTables,
    VerificationsTables,
    ViewsTables,
    WaysInTables,
    WebhooksTables {}
