import type { BetterAuthOptions } from 'better-auth'

const times = { createdAt: 'created_at', updatedAt: 'updated_at' }

/** The tables and columns of better-auth by our names (docs/architecture.md lists them). */
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

export const twoFactorTable = {
  user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
  twoFactor: {
    modelName: 'two_factors',
    fields: {
      ...{ userId: 'user_id', backupCodes: 'backup_codes', failedVerificationCount: 'failed_verification_count' },
      lockedUntil: 'locked_until',
    },
  },
}

export const passkeyTable = {
  passkey: {
    modelName: 'passkeys',
    fields: {
      ...{ userId: 'user_id', publicKey: 'public_key', credentialID: 'credential_id', createdAt: 'created_at' },
      ...{ deviceType: 'device_type', backedUp: 'backed_up' },
    },
  },
}
