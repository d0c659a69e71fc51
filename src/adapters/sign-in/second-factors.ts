import { type At, asking } from './asking.ts'
import type { Browser } from './index.ts'
import { type Outcome, type Refused, refusable } from './refusals.ts'

/** Codes of an authenticator app, and backup codes for a lost app. */
export function withSecondFactors(at: At) {
  return {
    /** Makes a new secret for the person's app. The secret counts after the first typed code. */
    async offerTwoFactor(
      browser: Browser,
      password: string,
    ): Promise<{ uri: string; backupCodes: string[] } | Refused> {
      const { api } = await at(browser)
      return refusable(async () => {
        const { response } = await api.enableTwoFactor({ body: { password }, ...asking(browser) })
        if (!('totpURI' in response)) throw new Error('better-auth made no secret for an app.')
        const { totpURI: uri, backupCodes } = response
        return { uri, backupCodes }
      })
    },

    /** Turns the app on with its first code. */
    async enableTwoFactor(browser: Browser, code: string): Promise<Outcome> {
      const { api } = await at(browser)
      return refusable(async () => {
        const { headers, response } = await api.verifyTOTP({ body: { code }, ...asking(browser) })
        return { cookies: headers.getSetCookie(), userId: response.user.id }
      })
    },

    async disableTwoFactor(browser: Browser, password: string): Promise<{ cookies: string[] } | Refused> {
      const { api } = await at(browser)
      return refusable(async () => {
        const { headers } = await api.disableTwoFactor({ body: { password }, ...asking(browser) })
        return { cookies: headers.getSetCookie() }
      })
    },

    /** Makes new backup codes. The old ones stop working. */
    async renewBackupCodes(browser: Browser, password: string): Promise<{ backupCodes: string[] } | Refused> {
      const { api } = await at(browser)
      return refusable(async () => {
        const { response } = await api.generateBackupCodes({ body: { password }, ...asking(browser) })
        return { backupCodes: response.backupCodes }
      })
    },

    /** The second step of a sign-in. A backup code works once. */
    async signInByCode(browser: Browser, { code, isBackup }: { code: string; isBackup: boolean }): Promise<Outcome> {
      const { api } = await at(browser)
      const given = { body: { code }, ...asking(browser, { isSignIn: true }) }
      return refusable(async () => {
        const { headers, response } = await (isBackup ? api.verifyBackupCode(given) : api.verifyTOTP(given))
        return { cookies: headers.getSetCookie(), userId: response.user.id }
      })
    },
  }
}
