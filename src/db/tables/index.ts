// Written by npm run generate -- row-types, from the tables that migrations/ makes.
import type { ActionsTables } from './actions.ts'
import type { AgreementsTables } from './agreements.ts'
import type { AuditTables } from './audit.ts'
import type { ChangesTables } from './changes.ts'
import type { PeopleTables } from './people.ts'
import type { ReviewClaimsTables } from './review-claims.ts'
import type { SecondFactorsTables } from './second-factors.ts'
import type { ServerTables } from './server.ts'
import type { SignInTables } from './sign-in.ts'
import type { SubmissionsTables } from './submissions.ts'
import type { VerificationsTables } from './verifications.ts'
import type { ViewsTables } from './views.ts'
import type { WaysBackTables } from './ways-back.ts'
import type { WebhooksTables } from './webhooks.ts'

/** Row types of every table and view. Times are Date, uuids are text, bytea is Buffer, jsonb is its value. */
export interface Tables
  extends ActionsTables,
    AgreementsTables,
    AuditTables,
    ChangesTables,
    PeopleTables,
    ReviewClaimsTables,
    SecondFactorsTables,
    ServerTables,
    SignInTables,
    SubmissionsTables,
    VerificationsTables,
    ViewsTables,
    WaysBackTables,
    WebhooksTables {}
