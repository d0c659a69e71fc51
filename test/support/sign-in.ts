import { betterAuth } from 'better-auth'
import { organization } from 'better-auth/plugins'
import type { Pool } from 'pg'
import { newId } from '../../src/core/ids.ts'

const times = { createdAt: 'created_at', updatedAt: 'updated_at' }

/** better-auth on our tables: names, and one column that it would not fill; docs/architecture.md lists them. */
export function createSignIn(pool: Pool) {
  return betterAuth({
    baseURL: 'http://localhost:3000',
    secret: 'a secret of the tests, which is long enough to be one',
    database: pool,
    advanced: { database: { generateId: () => newId() } },
    emailAndPassword: { enabled: true },
    user: { modelName: 'users', fields: { emailVerified: 'email_verified', ...times } },
    session: {
      modelName: 'sessions',
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        ...times,
      },
    },
    account: {
      modelName: 'sign_in_accounts',
      fields: {
        ...{ userId: 'user_id', providerId: 'provider_id', accountId: 'account_id', idToken: 'id_token', ...times },
        ...{ accessToken: 'access_token', accessTokenExpiresAt: 'access_token_expires_at' },
        ...{ refreshToken: 'refresh_token', refreshTokenExpiresAt: 'refresh_token_expires_at' },
      },
    },
    verification: { modelName: 'sign_in_verifications', fields: { expiresAt: 'expires_at', ...times } },
    plugins: [organization({ schema: tenancy })],
  })
}

const membership = { organizationId: 'organization_id', createdAt: 'created_at' }
const now = () => new Date()

// Ours say when they were changed, which better-auth keeps for people and sessions only.
const additionalFields = {
  updatedAt: { type: 'date', fieldName: 'updated_at', input: false, defaultValue: now, onUpdate: now },
} as const

const tenancy = {
  organization: { modelName: 'organizations', fields: { createdAt: 'created_at' }, additionalFields },
  member: { modelName: 'memberships', fields: { ...membership, userId: 'user_id' }, additionalFields },
  invitation: { modelName: 'invitations', fields: { ...membership, inviterId: 'inviter_id', expiresAt: 'expires_at' } },
  session: { fields: { activeOrganizationId: 'active_organization_id' } },
}
