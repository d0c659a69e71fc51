import { type At, asking } from './asking.ts'
import type { Browser } from './index.ts'
import { type Outcome, refusable } from './refusals.ts'

/** Sessions by password. */
export function withPasswords(at: At) {
  return {
    /** Begins a session, or asks for the person's second factor. */
    async signInByPassword(browser: Browser, body: { email: string; password: string }): Promise<Outcome> {
      const { api } = await at(browser)
      return refusable(async () => {
        const { headers, response } = await api.signInEmail({ body, ...asking(browser, { isSignIn: true }) })
        const cookies = headers.getSetCookie()
        return 'user' in response ? { cookies, userId: response.user.id } : { cookies, needsCode: true }
      })
    },

    /** Whether this is the password of the session's person. */
    async checkPassword(browser: Browser, password: string): Promise<boolean> {
      const { api } = await at(browser)
      const answer = await refusable(() => api.verifyPassword({ body: { password }, ...asking(browser) }))
      return !('refused' in answer)
    },

    /** Ends the session. Returns cookies that delete the browser's cookies. */
    async signOut(browser: Browser): Promise<string[]> {
      const { api } = await at(browser)
      const { headers } = await api.signOut(asking(browser))
      return headers.getSetCookie()
    },

    /** Extends the session when it is due. Returns the cookies to set. */
    async prolong(browser: Browser): Promise<string[]> {
      const { api } = await at(browser)
      const { headers } = await api.getSession(asking(browser))
      // Reading a session deletes no cookie, because the browser may have got a new session meanwhile.
      return headers.getSetCookie().filter((cookie) => !/;\s*max-age=0(;|$)/i.test(cookie))
    },
  }
}
