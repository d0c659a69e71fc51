import type { BetterAuthOptions } from 'better-auth'

const times = { createdAt: 'created_at', updatedAt: 'updated_at' }

/** better-auth on our tables, by their names (docs/architecture.md lists them). */
export const tables = {
  user: { modelName: 'users', fields: { emailVerified: 'email_verified', ...times } },
  session: {
    modelName: 'sessions',
    fields: { userId: 'user_id', expiresAt: 'expires_at', ipAddress: 'ip_address', userAgent: 'user_agent', ...times },
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
} satisfies BetterAuthOptions
